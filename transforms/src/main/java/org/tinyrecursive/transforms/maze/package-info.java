/**
 * Mazes as data: grids of any size, their symmetries, the published CSV, shortest paths and a
 * generator. Pure domain code.
 */
package org.tinyrecursive.transforms.maze;
