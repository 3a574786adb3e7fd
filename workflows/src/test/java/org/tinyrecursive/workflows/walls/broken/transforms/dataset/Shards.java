package org.tinyrecursive.workflows.walls.broken.transforms.dataset;

import org.tinyrecursive.workflows.walls.broken.transforms.sudoku.Grid;

public record Shards(Grid grid) {}
