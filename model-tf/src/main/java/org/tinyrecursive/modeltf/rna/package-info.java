/**
 * Recursive models of RNA structures: one that refines structures, and the published toy to compare
 * with. Formulas in {@code docs/rna-model.md}.
 */
package org.tinyrecursive.modeltf.rna;
