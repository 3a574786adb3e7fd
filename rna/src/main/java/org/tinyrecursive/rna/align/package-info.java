/** Pairwise alignment of RNA by letters and secondary structure. */
package org.tinyrecursive.rna.align;
