package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;

/**
 * TRM: { { z_L = f(z_L, z_H + x) } × L_cycles; z_H = f(z_H, z_L) } × H_cycles, with gradients
 * through the last H cycle.
 *
 * @param <T> number format of the forward pass
 */
final class TwoLatents<T extends TFloating> extends RepeatedCycle<T> {
  TwoLatents(Computation<T> c, ModelConfig config, int length) {
    super(c, config, length);
  }

  @Override
  Latents<T> cycle(Latents<T> z, Operand<T> x) {
    Operand<T> zH = z.values().get(0);
    Operand<T> zL = z.values().get(1);
    Operand<T> inject = c.add(zH, x);
    for (int i = 0; i < lCycles; i++) {
      zL = f.apply(zL, inject);
    }
    return new Latents<>(List.of(f.apply(zH, zL), zL));
  }
}
