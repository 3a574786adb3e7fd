/** RNA as data: sequences, structures, scores and the files that hold them. */
package org.tinyrecursive.rna;
