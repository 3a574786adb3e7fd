package org.tinyrecursive.transforms.arc;

/**
 * A question and its answer.
 *
 * @param input the grid that is shown
 * @param output the grid that is asked for
 */
public record ArcPair(ArcGrid input, ArcGrid output) {}
