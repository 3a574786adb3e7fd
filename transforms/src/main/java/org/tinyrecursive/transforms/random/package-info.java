/** Randomness derived from a seed and a stable key. */
package org.tinyrecursive.transforms.random;
