/** Sequences and C1' positions as immutable values. Lengths are in residues, distances in Å. */
package org.tinyrecursive.rna.structure;
