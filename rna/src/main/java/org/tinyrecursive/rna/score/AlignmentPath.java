package org.tinyrecursive.rna.score;

import java.util.Arrays;

/**
 * Global alignment by dynamic programming where only the opening of a gap costs, as TM-align has
 * it. An alignment gives for every residue of the reference that of the prediction, or −1.
 */
final class AlignmentPath {
  private static final byte DIAGONAL = 0;
  private static final byte UP = 1;
  private static final byte LEFT = 2;

  private final int xLength;
  private final int yLength;
  private final byte[] from;
  private final double[] above;
  private final double[] row;
  private final boolean[] aboveDiagonal;
  private final boolean[] rowDiagonal;
  private final double[] scores;

  /** Score of every reference residue with one residue of the prediction. */
  @FunctionalInterface
  interface RowScore {
    void fill(int i, double[] scores);
  }

  AlignmentPath(int xLength, int yLength) {
    this.xLength = xLength;
    this.yLength = yLength;
    from = new byte[Math.multiplyExact(xLength, yLength)];
    above = new double[yLength + 1];
    row = new double[yLength + 1];
    aboveDiagonal = new boolean[yLength + 1];
    rowDiagonal = new boolean[yLength + 1];
    scores = new double[yLength];
  }

  /**
   * Finds the best alignment.
   *
   * @param gapOpening 0 or below
   * @param alignment takes the result
   */
  void align(RowScore score, double gapOpening, int[] alignment) {
    Arrays.fill(above, 0);
    Arrays.fill(aboveDiagonal, false);
    for (int i = 0; i < xLength; i++) {
      score.fill(i, scores);
      row[0] = 0;
      rowDiagonal[0] = false;
      int at = i * yLength;
      for (int j = 1; j <= yLength; j++) {
        double diagonal = above[j - 1] + scores[j - 1];
        double up = aboveDiagonal[j] ? above[j] + gapOpening : above[j];
        double left = rowDiagonal[j - 1] ? row[j - 1] + gapOpening : row[j - 1];
        boolean paired = diagonal >= up && diagonal >= left;
        rowDiagonal[j] = paired;
        if (paired) {
          row[j] = diagonal;
          from[at + j - 1] = DIAGONAL;
        } else if (left >= up) {
          row[j] = left;
          from[at + j - 1] = LEFT;
        } else {
          row[j] = up;
          from[at + j - 1] = UP;
        }
      }
      System.arraycopy(row, 0, above, 0, yLength + 1);
      System.arraycopy(rowDiagonal, 0, aboveDiagonal, 0, yLength + 1);
    }
    traceBack(alignment);
  }

  private void traceBack(int[] alignment) {
    Arrays.fill(alignment, -1);
    int i = xLength - 1;
    int j = yLength - 1;
    while (i >= 0 && j >= 0) {
      switch (from[i * yLength + j]) {
        case DIAGONAL -> alignment[j--] = i--;
        case UP -> i--;
        default -> j--;
      }
    }
  }
}
