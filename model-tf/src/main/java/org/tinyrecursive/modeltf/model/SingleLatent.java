package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;

/**
 * TRM with one latent: { { z = f(z + x) } × L_cycles; z = f(z) } × H_cycles, with gradients through
 * the last H cycle.
 *
 * @param <T> number format of the forward pass
 */
final class SingleLatent<T extends TFloating> extends RepeatedCycle<T> {
  SingleLatent(Computation<T> c, ModelConfig config, int length) {
    super(c, config, length);
  }

  @Override
  Latents<T> cycle(Latents<T> latents, Operand<T> x) {
    Operand<T> z = latents.values().get(0);
    for (int i = 0; i < lCycles; i++) {
      z = f.apply(z, x);
    }
    return new Latents<>(List.of(f.apply(z)));
  }
}
