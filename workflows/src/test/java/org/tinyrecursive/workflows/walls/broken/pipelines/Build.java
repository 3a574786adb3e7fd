package org.tinyrecursive.workflows.walls.broken.pipelines;

public record Build(String directory) {}
