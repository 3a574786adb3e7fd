/**
 * Secondary structure: from sequence by nearest-neighbour energies, and from C1′ coordinates by
 * geometry.
 */
package org.tinyrecursive.rna.fold;
