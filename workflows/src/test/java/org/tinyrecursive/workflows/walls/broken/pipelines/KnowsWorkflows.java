package org.tinyrecursive.workflows.walls.broken.pipelines;

import org.tinyrecursive.workflows.walls.broken.workflows.Command;

record KnowsWorkflows(Command command) {}
