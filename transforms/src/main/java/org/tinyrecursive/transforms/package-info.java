/**
 * Puzzles as data: grids, symmetries, augmentations, tokenizers, sample generators, the Arrow
 * dataset format, and Beam transforms over these.
 */
package org.tinyrecursive.transforms;
