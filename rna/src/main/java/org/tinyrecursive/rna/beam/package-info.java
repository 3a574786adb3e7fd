/** Beam transforms over RNA. */
package org.tinyrecursive.rna.beam;
