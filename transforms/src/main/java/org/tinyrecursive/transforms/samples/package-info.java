/** Generated puzzles to train on and to hold out, and what keeps the two apart. */
package org.tinyrecursive.transforms.samples;
