package org.tinyrecursive.modeltf.model;

import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.ReasoningModule;

/**
 * TRM's recursion by one module f: the same cycle H_cycles times, with gradients through the last
 * one. The variants differ in what a cycle does.
 *
 * @param <T> number format of the forward pass
 */
abstract sealed class RepeatedCycle<T extends TFloating> implements Recursion<T>
    permits TwoLatents, SingleLatent, SixLatents {
  final Computation<T> c;
  final ReasoningModule<T> f;
  final int lCycles;
  private final int hCycles;

  RepeatedCycle(Computation<T> c, ModelConfig config, int length) {
    this.c = c;
    f = new ReasoningModule<>(c, "L_level", config, config.lLayers(), length);
    lCycles = config.lCycles();
    hCycles = config.hCycles();
  }

  @Override
  public final Latents<T> refine(Latents<T> carry, Operand<T> x) {
    Latents<T> z = carry;
    for (int i = 1; i < hCycles; i++) {
      z = cycle(z, x);
    }
    return cycle(z.detach(c.tf()), x);
  }

  /** The latents after one H cycle. */
  abstract Latents<T> cycle(Latents<T> z, Operand<T> x);
}
