package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.ReasoningModule;

/**
 * HRM: { { z_L = L_level(z_L, z_H + x) } × L_cycles; z_H = H_level(z_H, z_L) } × H_cycles, with
 * gradients through the very last use of each module: a one-step approximation of the gradient at a
 * fixed point.
 *
 * @param <T> number format of the forward pass
 */
final class TwoModules<T extends TFloating> implements Recursion<T> {
  private final Computation<T> c;
  private final ModelConfig config;
  private final ReasoningModule<T> low;
  private final ReasoningModule<T> high;

  TwoModules(Computation<T> c, ModelConfig config, int length) {
    this.c = c;
    this.config = config;
    low = new ReasoningModule<>(c, "L_level", config, config.lLayers(), length);
    high = new ReasoningModule<>(c, "H_level", config, config.hLayers(), length);
  }

  @Override
  public Latents<T> refine(Latents<T> carry, Operand<T> x) {
    Operand<T> zH = carry.values().get(0);
    Operand<T> zL = carry.values().get(1);
    for (int i = 1; i <= config.hCycles(); i++) {
      for (int j = 1; j <= config.lCycles(); j++) {
        if (i < config.hCycles() || j < config.lCycles()) {
          zL = low.apply(zL, c.add(zH, x));
        }
      }
      if (i < config.hCycles()) {
        zH = high.apply(zH, zL);
      }
    }
    Latents<T> z = new Latents<>(List.of(zH, zL)).detach(c.tf());
    Operand<T> fixed = z.values().get(0);
    Operand<T> thought = low.apply(z.values().get(1), c.add(fixed, x));
    return new Latents<>(List.of(high.apply(fixed, thought), thought));
  }
}
