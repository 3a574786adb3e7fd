package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;

/**
 * What was predicted of a target.
 *
 * @param number of the target in its file, from 0
 * @param targetId its name
 * @param residues of it
 * @param guesses made
 * @param hasProfile whether there was an alignment of it
 * @param pairwiseTmScore mean TM-score of every two guesses: how much they resemble each other
 */
record PredictedTarget(
    int number,
    String targetId,
    int residues,
    int guesses,
    boolean hasProfile,
    double pairwiseTmScore)
    implements Serializable {}
