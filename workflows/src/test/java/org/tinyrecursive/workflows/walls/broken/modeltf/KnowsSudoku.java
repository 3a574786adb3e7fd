package org.tinyrecursive.workflows.walls.broken.modeltf;

import org.tinyrecursive.workflows.walls.broken.transforms.sudoku.Grid;

record KnowsSudoku(Grid grid) {}
