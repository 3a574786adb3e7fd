package org.tinyrecursive.modeltf.model;

import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;

/**
 * How a supervision step refines the latents, and through which part of it gradients flow.
 *
 * @param <T> number format of the forward pass
 */
sealed interface Recursion<T extends TFloating> permits RepeatedCycle, TwoModules, OneModule {

  /**
   * The recursion of a variant.
   *
   * @param length positions L, the prefix included
   */
  static <T extends TFloating> Recursion<T> create(
      Computation<T> c, ModelConfig config, int length) {
    return switch (config.variant()) {
      case TRM -> new TwoLatents<>(c, config, length);
      case TRM_SINGLEZ -> new SingleLatent<>(c, config, length);
      case TRM_HIER6 -> new SixLatents<>(c, config, length);
      case HRM -> new TwoModules<>(c, config, length);
      case TRANSFORMERS_BASELINE -> new OneModule<>(c, config, length);
    };
  }

  /**
   * The latents after one supervision step; the first is the answer.
   *
   * @param carry [B, L, D] each
   * @param x input, [B, L, D]
   */
  Latents<T> refine(Latents<T> carry, Operand<T> x);

  /** The answer among the latents. */
  static <T extends TFloating> Operand<T> answer(Latents<T> z) {
    return z.values().get(0);
  }
}
