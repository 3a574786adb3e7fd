/**
 * Structure files of the Protein Data Bank: PDB and mmCIF, read with BioJava and without a network.
 */
package org.tinyrecursive.rna.pdb;
