package org.tinyrecursive.modeltf.rna;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What is told of two residues: their distance in {@value #BINS} soft bins, the direction from one
 * to the other in its frame, the probability that they pair, and how far apart they are in the
 * chain.
 */
final class PairFeatures {
  /** Centres of the distance bins: 4, 7 … 37 Å, as wide as they are apart. */
  static final int BINS = 12;

  private static final float FIRST = 4;
  private static final float WIDTH = 3;

  /** Distance, direction, probability. */
  static final int GEOMETRY = BINS + 4;

  /** Relative positions −16 … 16, beyond them and in other chains the ends. */
  private static final int FARTHEST = 16;

  static final int COUNT = GEOMETRY + 2 * FARTHEST + 1;

  private final Ops tf;
  private final RnaFeed feed;
  private final Operand<TFloat32> relative;

  PairFeatures(Ops tf, RnaFeed feed) {
    this.tf = tf;
    this.feed = feed;
    relative = relative();
  }

  /**
   * Of distances and directions alone, [B, i, j, G].
   *
   * @param frames of the positions as they are now
   * @param positions [B, L, 3]
   */
  Operand<TFloat32> geometry(ResidueFrames frames, Operand<TFloat32> positions) {
    // [B, j, i, 3] → [B, i, j, 3]
    Operand<TFloat32> seen =
        tf.linalg.transpose(frames.local(positions), tf.constant(new int[] {0, 2, 1, 3}));
    Operand<TFloat32> distance = distance(tf, seen);
    Operand<TFloat32> direction = tf.math.div(seen, tf.math.add(distance, tf.constant(1f)));
    Operand<TFloat32> probability = tf.expandDims(feed.pairs(), tf.constant(3));
    return tf.concat(List.of(softBins(distance), direction, probability), tf.constant(3));
  }

  /** All of them, [B, i, j, {@value #COUNT}]. */
  Operand<TFloat32> all(Operand<TFloat32> geometry) {
    return tf.concat(List.of(geometry, relative), tf.constant(3));
  }

  /** Length of the last axis' vectors, kept as one number, [..., 1]. */
  static Operand<TFloat32> distance(Ops tf, Operand<TFloat32> vectors) {
    Operand<TFloat32> squared =
        tf.reduceSum(tf.math.square(vectors), tf.constant(-1), ReduceSum.keepDims(true));
    return tf.math.sqrt(tf.math.add(squared, tf.constant(1e-4f)));
  }

  /** exp(−((d − c) / w)²) for every centre c. */
  private Operand<TFloat32> softBins(Operand<TFloat32> distance) {
    float[] centres = new float[BINS];
    for (int k = 0; k < BINS; k++) {
      centres[k] = FIRST + WIDTH * k;
    }
    Operand<TFloat32> centre = tf.constant(Shape.of(BINS), DataBuffers.of(centres));
    Operand<TFloat32> off = tf.math.mul(tf.math.sub(distance, centre), tf.constant(1 / WIDTH));
    return tf.math.exp(tf.math.neg(tf.math.square(off)));
  }

  /** One-hot [B, i, j, 33]. */
  private Operand<TFloat32> relative() {
    Operand<TFloat32> apart =
        tf.math.sub(
            tf.expandDims(feed.places(), tf.constant(2)),
            tf.expandDims(feed.places(), tf.constant(1)));
    Operand<TFloat32> clipped =
        tf.math.maximum(
            tf.math.minimum(apart, tf.constant((float) FARTHEST)), tf.constant((float) -FARTHEST));
    Operand<TInt32> index =
        tf.dtypes.cast(tf.math.add(clipped, tf.constant((float) FARTHEST)), TInt32.class);
    return tf.oneHot(
        index, tf.constant(2 * FARTHEST + 1), tf.constant(1f), tf.constant(0f), OneHot.axis(-1L));
  }
}
