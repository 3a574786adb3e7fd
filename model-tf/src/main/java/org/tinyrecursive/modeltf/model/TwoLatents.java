package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.ReasoningModule;

/**
 * TRM: { { z_L = f(z_L, z_H + x) } × L_cycles; z_H = f(z_H, z_L) } × H_cycles, with gradients
 * through the last H cycle.
 *
 * @param <T> number format of the forward pass
 */
final class TwoLatents<T extends TFloating> implements Recursion<T> {
  private final Computation<T> c;
  private final ModelConfig config;
  private final ReasoningModule<T> f;

  TwoLatents(Computation<T> c, ModelConfig config, int length) {
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

  private Latents<T> cycle(Latents<T> z, Operand<T> x) {
    Operand<T> zH = z.values().get(0);
    Operand<T> zL = z.values().get(1);
    Operand<T> inject = c.add(zH, x);
    for (int i = 0; i < config.lCycles(); i++) {
      zL = f.apply(zL, inject);
    }
    return new Latents<>(List.of(f.apply(zH, zL), zL));
  }
}
