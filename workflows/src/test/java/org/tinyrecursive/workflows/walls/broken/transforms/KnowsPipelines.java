package org.tinyrecursive.workflows.walls.broken.transforms;

import org.tinyrecursive.workflows.walls.broken.pipelines.Build;

record KnowsPipelines(Build build) {}
