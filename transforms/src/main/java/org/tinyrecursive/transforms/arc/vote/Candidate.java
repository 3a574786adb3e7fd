package org.tinyrecursive.transforms.arc.vote;

import org.tinyrecursive.transforms.arc.ArcGrid;

/**
 * An answer that was voted for.
 *
 * @param grid the answer
 * @param votes how many predictions say so, 1 and above
 * @param confidence mean of theirs, 0 to 1
 */
public record Candidate(ArcGrid grid, int votes, double confidence) {}
