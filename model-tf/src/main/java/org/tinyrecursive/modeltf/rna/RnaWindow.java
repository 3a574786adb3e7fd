package org.tinyrecursive.modeltf.rna;

/**
 * A row of a batch: some residues of a target, with a start and the number of a guess.
 *
 * @param example the whole target
 * @param start what the model begins with
 * @param from first residue of the window
 * @param to residue after the last
 * @param code number of the guess, from 0
 */
record RnaWindow(RnaExample example, RnaStart start, int from, int to, int code) {}
