/** Structures put together from templates, helices and fragments of known structures. */
package org.tinyrecursive.rna.assembly;
