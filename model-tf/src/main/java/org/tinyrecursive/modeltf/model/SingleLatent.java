package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.ReasoningModule;

/**
 * TRM with one latent: { { z = f(z + x) } × L_cycles; z = f(z) } × H_cycles, with gradients through
 * the last H cycle.
 *
 * @param <T> number format of the forward pass
 */
final class SingleLatent<T extends TFloating> implements Recursion<T> {
  private final Computation<T> c;
  private final ModelConfig config;
  private final ReasoningModule<T> f;

  SingleLatent(Computation<T> c, ModelConfig config, int length) {
    this.c = c;
    this.config = config;
    f = new ReasoningModule<>(c, "L_level", config, config.lLayers(), length);
  }

  @Override
  public Latents<T> refine(Latents<T> carry, Operand<T> x) {
    Latents<T> z = carry;
    for (int i = 1; i < config.hCycles(); i++) {
      z = cycle(z, x);
    }
    return cycle(z.detach(c.tf()), x);
  }

  private Latents<T> cycle(Latents<T> latents, Operand<T> x) {
    Operand<T> z = latents.values().get(0);
    for (int i = 0; i < config.lCycles(); i++) {
      z = f.apply(z, x);
    }
    return new Latents<>(List.of(f.apply(z)));
  }
}
