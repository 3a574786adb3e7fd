/**
 * From predictions of augmented puzzles to answers: each is turned back and votes for what it says
 * of its question; what has most votes comes first.
 */
package org.tinyrecursive.transforms.arc.vote;
