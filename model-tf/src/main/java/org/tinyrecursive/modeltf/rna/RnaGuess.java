package org.tinyrecursive.modeltf.rna;

/**
 * A predicted structure of a window or a target.
 *
 * @param xyz positions, Å, three numbers a residue
 * @param quality TM-score that the model expects of its start, 0 … 1; 0 from the toy
 */
@SuppressWarnings("ArrayRecordComponent")
public record RnaGuess(float[] xyz, float quality) {}
