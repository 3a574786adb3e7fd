/**
 * Beam transforms over puzzles: read and check rows, sample, expand into examples, write shards.
 * What a puzzle is, and what a file looks like, is said in the packages that these wrap.
 */
package org.tinyrecursive.transforms.beam;
