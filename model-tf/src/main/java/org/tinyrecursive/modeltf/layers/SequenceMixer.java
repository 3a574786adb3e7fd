package org.tinyrecursive.modeltf.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;

/**
 * The {@code mlp_t} mixer: t = hᵀ; t = norm(t + SwiGLU(t)); h = tᵀ, where the norm runs over the
 * sequence.
 *
 * @param <T> number format of the forward pass
 */
final class SequenceMixer<T extends TFloating> implements TokenMixer<T> {
  private final Ops tf;
  private final SwiGlu<T> mlp;
  private final RmsNorm<T> norm;

  SequenceMixer(Computation<T> c, String name) {
    tf = c.tf();
    mlp = new SwiGlu<>(c, name + ".mlp_t");
    norm = new RmsNorm<>(c);
  }

  @Override
  public Operand<T> apply(Operand<T> h) {
    Operand<T> t = transpose(h);
    return transpose(norm.apply(tf.math.add(t, mlp.apply(t))));
  }

  @Override
  public List<Operand<T>> weights() {
    return mlp.weights();
  }

  private Operand<T> transpose(Operand<T> x) {
    return tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1}));
  }
}
