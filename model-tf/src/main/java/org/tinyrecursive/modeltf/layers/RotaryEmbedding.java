package org.tinyrecursive.modeltf.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/**
 * Rotary position embedding (Su et al., 2021), θ = 10000, in the "rotate half" layout, in float32.
 *
 * @param <T> number format of the forward pass
 */
final class RotaryEmbedding<T extends TFloating> {
  private static final double THETA = 10000;

  private final Computation<T> c;
  private final Operand<TFloat32> cos;
  private final Operand<TFloat32> sin;

  /**
   * @param length positions L, the prefix included
   * @param headSize values per head, even
   */
  RotaryEmbedding(Computation<T> c, int length, int headSize) {
    this.c = c;
    float[] cosine = new float[length * headSize];
    float[] sine = new float[length * headSize];
    int half = headSize / 2;
    for (int position = 0; position < length; position++) {
      for (int i = 0; i < headSize; i++) {
        float frequency = (float) (1 / Math.pow(THETA, 2.0 * (i % half) / headSize));
        float angle = position * frequency;
        cosine[position * headSize + i] = (float) Math.cos(angle);
        // The halves are swapped below; the first then enters with a minus.
        sine[position * headSize + i] = (float) (i < half ? -Math.sin(angle) : Math.sin(angle));
      }
    }
    Shape shape = Shape.of(length, headSize);
    cos = c.tf().constant(shape, DataBuffers.of(cosine));
    sin = c.tf().constant(shape, DataBuffers.of(sine));
  }

  /** Rotates [..., L, headSize]. */
  Operand<T> apply(Operand<T> x) {
    Ops tf = c.tf();
    Operand<TFloat32> precise = c.precise(x);
    int axis = precise.shape().numDimensions() - 1;
    int half = Math.toIntExact(precise.shape().get(axis) / 2);
    Operand<TFloat32> first = Slices.take(tf, precise, axis, 0, half);
    Operand<TFloat32> second = Slices.take(tf, precise, axis, half, half);
    Operand<TFloat32> swapped = tf.concat(List.of(second, first), tf.constant(-1));
    return c.forward(tf.math.add(tf.math.mul(precise, cos), tf.math.mul(swapped, sin)));
  }
}
