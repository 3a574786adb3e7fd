package org.tinyrecursive.workflows.walls.broken.modeltf;

public record Layer(int width) {}
