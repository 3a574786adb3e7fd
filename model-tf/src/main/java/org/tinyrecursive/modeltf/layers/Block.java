package org.tinyrecursive.modeltf.layers;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;

/**
 * A post-norm block: h = mixer(h); h = norm(h + SwiGLU(h)).
 *
 * @param <T> number format of the forward pass
 */
public final class Block<T extends TFloating> {
  private final Ops tf;
  private final TokenMixer<T> mixer;
  private final SwiGlu<T> mlp;
  private final RmsNorm<T> norm;

  Block(Computation<T> c, String name, ModelConfig config, int length) {
    tf = c.tf();
    mixer =
        config.mlpT()
            ? new SequenceMixer<>(c, name)
            : new AttentionMixer<>(c, name, config, length);
    mlp = new SwiGlu<>(c, name + ".mlp");
    norm = new RmsNorm<>(c);
  }

  /** [B, L, D] → [B, L, D]. */
  public Operand<T> apply(Operand<T> h) {
    Operand<T> mixed = mixer.apply(h);
    return norm.apply(tf.math.add(mixed, mlp.apply(mixed)));
  }

  /** The weights as this block uses them: cast, cut and scaled. */
  public List<Operand<T>> weights() {
    List<Operand<T>> weights = new ArrayList<>(mixer.weights());
    weights.addAll(mlp.weights());
    return weights;
  }
}
