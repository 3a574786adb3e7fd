package org.tinyrecursive.rna.sample;

import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * A synthetic target with its structure.
 *
 * @param target sequence, day and chains
 * @param pairs secondary structure in brackets and dots, one character a residue
 * @param structure C1' positions, all of them resolved
 */
public record RnaSample(RnaTarget target, String pairs, Coordinates structure) {}
