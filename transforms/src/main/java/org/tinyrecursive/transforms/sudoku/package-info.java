/**
 * Sudoku as data: grids of four sizes, their symmetries, the published CSV, a solver and a
 * generator. Pure domain code.
 */
package org.tinyrecursive.transforms.sudoku;
