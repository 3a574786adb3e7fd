package org.tinyrecursive.modeltf.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;

/**
 * TRM with six low latents: { z_Li = f(Σ z_Lj, z_H + x) for i = 1 … L_cycles; z_H = f(z_H, Σ z_Lj)
 * } × H_cycles, with gradients through the last H cycle.
 *
 * @param <T> number format of the forward pass
 */
final class SixLatents<T extends TFloating> extends RepeatedCycle<T> {
  SixLatents(Computation<T> c, ModelConfig config, int length) {
    super(c, config, length);
  }

  @Override
  Latents<T> cycle(Latents<T> z, Operand<T> x) {
    Operand<T> zH = z.values().get(0);
    List<Operand<T>> low = new ArrayList<>(z.values().subList(1, z.values().size()));
    Operand<T> inject = c.add(zH, x);
    for (int i = 0; i < lCycles; i++) {
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
