/** Synthetic RNA with ideal geometry, so that everything runs with no download. */
package org.tinyrecursive.rna.sample;
