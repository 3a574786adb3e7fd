package org.tinyrecursive.workflows.walls.broken.pipelines;

import picocli.CommandLine;

record KnowsPicocli(CommandLine command) {}
