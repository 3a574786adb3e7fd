/**
 * Dataset format 1: tokenized puzzles in Arrow IPC files beside a manifest. Writing, random access,
 * verification and views. The format is specified in {@code docs/dataset-format.md}.
 */
package org.tinyrecursive.transforms.dataset;
