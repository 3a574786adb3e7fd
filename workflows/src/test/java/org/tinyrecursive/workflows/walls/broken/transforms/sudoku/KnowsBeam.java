package org.tinyrecursive.workflows.walls.broken.transforms.sudoku;

import org.apache.beam.sdk.Pipeline;

record KnowsBeam(Pipeline pipeline) {}
