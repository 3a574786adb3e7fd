package org.tinyrecursive.modeltf.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.ReasoningModule;

/**
 * TRM with six low latents: { z_Li = f(Σ z_Lj, z_H + x) for i = 1 … L_cycles; z_H = f(z_H, Σ z_Lj)
 * } × H_cycles, with gradients through the last H cycle.
 *
 * @param <T> number format of the forward pass
 */
final class SixLatents<T extends TFloating> implements Recursion<T> {
  private final Computation<T> c;
  private final ModelConfig config;
  private final ReasoningModule<T> f;

  SixLatents(Computation<T> c, ModelConfig config, int length) {
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
    List<Operand<T>> low = new ArrayList<>(z.values().subList(1, z.values().size()));
    Operand<T> inject = c.add(zH, x);
    for (int i = 0; i < config.lCycles(); i++) {
      low.set(i, f.apply(sum(low), inject));
    }
    List<Operand<T>> refined = new ArrayList<>(List.of(f.apply(zH, sum(low))));
    refined.addAll(low);
    return new Latents<>(refined);
  }

  private Operand<T> sum(List<Operand<T>> values) {
    return values.stream().reduce(c::add).orElseThrow();
  }
}
