package org.tinyrecursive.modeltf.convert;

import java.nio.FloatBuffer;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.model.ParameterSpec;

/** What the embedding of a puzzle that a model has never seen begins as. */
public enum PuzzleRows {
  /**
   * The mean row of the puzzles that it was trained on, as the published loader does; zeros where
   * it was trained on none.
   */
  MEAN,
  /** Zeros, as every row begins in training. */
  ZEROS;

  /**
   * A table for other puzzles.
   *
   * @param spec of the new table [N', D]
   * @param trained the trained table [N, D]
   */
  NamedTensor fill(ParameterSpec spec, NamedTensor trained) {
    float[] row = row(trained);
    float[] rows = new float[Math.toIntExact(spec.size())];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row[i % row.length];
    }
    return NamedTensor.of(spec.name(), spec.shape(), rows);
  }

  private float[] row(NamedTensor trained) {
    int count = Math.toIntExact(trained.shape().get(0));
    int width = Math.toIntExact(trained.shape().get(1));
    float[] row = new float[width];
    if (this == MEAN && count > 0) {
      // Not copied: a table of all published puzzles has gigabytes.
      FloatBuffer values = trained.data().asFloatBuffer();
      double[] sums = new double[width];
      for (int i = 0; values.hasRemaining(); i++) {
        sums[i % width] += values.get();
      }
      for (int i = 0; i < width; i++) {
        row[i] = (float) (sums[i] / count);
      }
    }
    return row;
  }
}
