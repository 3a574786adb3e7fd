package org.tinyrecursive.workflows.walls.broken.rna;

public record Sequence(String letters) {}
