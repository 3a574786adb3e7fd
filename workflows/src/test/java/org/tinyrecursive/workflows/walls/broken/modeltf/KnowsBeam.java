package org.tinyrecursive.workflows.walls.broken.modeltf;

import org.apache.beam.sdk.Pipeline;

record KnowsBeam(Pipeline pipeline) {}
