package org.tinyrecursive.workflows.walls.broken.workflows;

public record Command(String words) {}
