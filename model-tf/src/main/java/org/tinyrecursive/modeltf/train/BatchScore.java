package org.tinyrecursive.modeltf.train;

/** Labelled and right tokens per row of a batch, after one supervision step. */
public final class BatchScore {
  private final int[] labelled;
  private final int[] right;

  private BatchScore(int[] labelled, int[] right) {
    this.labelled = labelled;
    this.right = right;
  }

  /** Compares an output with the labels of its batch. */
  public static BatchScore of(Batch batch, StepOutput output) {
    int[] labelled = new int[batch.filled()];
    int[] right = new int[batch.filled()];
    for (int row = 0; row < batch.filled(); row++) {
      for (int i = row * batch.seqLen(); i < (row + 1) * batch.seqLen(); i++) {
        if (batch.labels()[i] != Batch.IGNORE_LABEL) {
          labelled[row]++;
          right[row] += output.predictions()[i] == batch.labels()[i] ? 1 : 0;
        }
      }
    }
    return new BatchScore(labelled, right);
  }

  /** Rows that hold examples. */
  public int rows() {
    return labelled.length;
  }

  /** Tokens of a row that have a label. */
  public int labelled(int row) {
    return labelled[row];
  }

  /** Labelled tokens of a row that are right. */
  public int right(int row) {
    return right[row];
  }

  /** Whether a row has labels, and all of them are right. */
  public boolean exact(int row) {
    return labelled[row] > 0 && right[row] == labelled[row];
  }
}
