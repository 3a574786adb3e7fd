package org.tinyrecursive.modeltf.rna;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.layers.Slices;

/**
 * How far a structure is from the known one, whatever the frame of either: residue j as seen from
 * residue i's frame, in both (frame-aligned point error, Jumper et al., 2021, on frames of three
 * successive C1'). A mirror image is wrong in every frame.
 *
 * <pre>
 * e_ij = |F_i⁻¹(x_j) − F*_i⁻¹(x*_j)|;  loss = mean min(e, 20 Å)/20 Å + mean e²/(e² + (4 Å)²)
 * </pre>
 *
 * The second term weighs what is nearly right, as the TM-score does. Frames count where their three
 * residues are resolved, points where they are.
 */
final class FrameLoss {
  private static final float FARTHEST = 20;
  private static final float NEAR = 4;
  private static final float TINY = 1e-3f;

  private final Ops tf;
  private final Operand<TFloat32> known;
  private final Operand<TFloat32> weights;

  /**
   * @param label known positions [B, L, 3]
   * @param labelled 1 where they are known [B, L]
   */
  FrameLoss(Ops tf, Operand<TFloat32> label, Operand<TFloat32> labelled) {
    this.tf = tf;
    known = new ResidueFrames(tf, label).local(label);
    Operand<TFloat32> frames = framed(labelled);
    Operand<TFloat32> pairs =
        tf.math.mul(tf.expandDims(labelled, tf.constant(2)), tf.expandDims(frames, tf.constant(1)));
    Operand<TFloat32> count = tf.math.maximum(sum(pairs), tf.constant(1f));
    weights =
        tf.math.div(pairs, tf.reshape(count, tf.constant(new long[] {pairs.shape().get(0), 1, 1})));
  }

  /** Of every row [B], 0 … 2. */
  Operand<TFloat32> of(Operand<TFloat32> positions) {
    Operand<TFloat32> seen = new ResidueFrames(tf, positions).local(positions);
    Operand<TFloat32> squared =
        tf.reduceSum(tf.math.square(tf.math.sub(seen, known)), tf.constant(3));
    Operand<TFloat32> error = tf.math.sqrt(tf.math.add(squared, tf.constant(TINY)));
    Operand<TFloat32> clamped =
        tf.math.mul(tf.math.minimum(error, tf.constant(FARTHEST)), tf.constant(1 / FARTHEST));
    Operand<TFloat32> soft = tf.math.div(squared, tf.math.add(squared, tf.constant(NEAR * NEAR)));
    return sum(tf.math.mul(weights, tf.math.add(clamped, soft)));
  }

  /** A mean over the pairs that count, of every row [B]; values [B, L, L]. */
  Operand<TFloat32> mean(Operand<TFloat32> values) {
    return sum(tf.math.mul(weights, values));
  }

  /** Known distances [B, L, L, 1]. */
  Operand<TFloat32> distances() {
    return PairFeatures.distance(tf, known);
  }

  private Operand<TFloat32> sum(Operand<TFloat32> pairs) {
    return tf.reduceSum(pairs, tf.constant(new int[] {1, 2}));
  }

  /** 1 where a residue and both neighbours are known. */
  private Operand<TFloat32> framed(Operand<TFloat32> labelled) {
    int length = Math.toIntExact(labelled.shape().get(1));
    Operand<TFloat32> inner = Slices.take(tf, labelled, 1, 1, length - 2);
    Operand<TFloat32> before = Slices.take(tf, labelled, 1, 0, length - 2);
    Operand<TFloat32> after = Slices.take(tf, labelled, 1, 2, length - 2);
    Operand<TFloat32> end = tf.math.mul(Slices.take(tf, labelled, 1, 0, 1), tf.constant(0f));
    Operand<TFloat32> whole = tf.math.mul(inner, tf.math.mul(before, after));
    return tf.concat(List.of(end, whole, end), tf.constant(1));
  }
}
