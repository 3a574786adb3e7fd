package org.tinyrecursive.transforms.dataset;

import java.util.OptionalInt;

/**
 * What the tokens of a dataset's rows mean.
 *
 * @param gridRows rows of the grid that a sequence holds, row-major
 * @param gridColumns columns of that grid
 * @param vocabSize token values, 1 … 256
 * @param padId token that fills an incomplete evaluation batch
 * @param ignoreLabelId label that counts nowhere in the loss, if there is one
 * @param blankIdentifierId puzzle identifier of filling rows
 * @param numPuzzleIdentifiers rows of the puzzle embedding table, the blank one included
 */
public record TokenLayout(
    int gridRows,
    int gridColumns,
    int vocabSize,
    int padId,
    OptionalInt ignoreLabelId,
    int blankIdentifierId,
    int numPuzzleIdentifiers) {
  private static final int MAX_SIDE = 4096;
  private static final int MAX_VOCAB = 256;

  public TokenLayout {
    check("grid_rows", gridRows, 1, MAX_SIDE);
    check("grid_columns", gridColumns, 1, MAX_SIDE);
    check("vocab_size", vocabSize, 1, MAX_VOCAB);
    check("pad_id", padId, 0, vocabSize - 1);
    if (ignoreLabelId.isPresent()) {
      check("ignore_label_id", ignoreLabelId.getAsInt(), 0, vocabSize - 1);
    }
    check("num_puzzle_identifiers", numPuzzleIdentifiers, 1, Integer.MAX_VALUE);
    check("blank_identifier_id", blankIdentifierId, 0, numPuzzleIdentifiers - 1);
  }

  /** Tokens per row: the cells of the grid. */
  public int seqLen() {
    return gridRows * gridColumns;
  }

  /** The same for a table of so many puzzle embeddings. */
  public TokenLayout withPuzzleIdentifiers(int rows) {
    return new TokenLayout(
        gridRows, gridColumns, vocabSize, padId, ignoreLabelId, blankIdentifierId, rows);
  }

  private static void check(String field, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s is %d, allowed: %d to %d".formatted(field, value, low, high));
    }
  }
}
