package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.ReasoningModule;

/**
 * The transformer that recursion is measured against: z_H = H_level(z_H, x), once per step.
 *
 * @param <T> number format of the forward pass
 */
final class OneModule<T extends TFloating> implements Recursion<T> {
  private final ReasoningModule<T> high;

  OneModule(Computation<T> c, ModelConfig config, int length) {
    high = new ReasoningModule<>(c, "H_level", config, config.hLayers(), length);
  }

  @Override
  public Latents<T> refine(Latents<T> carry, Operand<T> x) {
    return new Latents<>(List.of(high.apply(carry.values().get(0), x)));
  }
}
