package org.tinyrecursive.transforms.export;

/**
 * One example as a row of a table.
 *
 * @param group position of its group in the split
 * @param puzzleId its puzzle's number within the split
 * @param puzzleIdentifier row of the puzzle embedding table
 * @param example position within the puzzle
 * @param inputs tokens; the array is used again for the next row
 * @param labels the same for the answer
 */
@SuppressWarnings("ArrayRecordComponent") // written at once, never compared
record ExampleRow(
    int group, int puzzleId, int puzzleIdentifier, int example, byte[] inputs, byte[] labels) {}
