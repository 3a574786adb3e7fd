package org.tinyrecursive.modeltf.layers;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;

/**
 * f(h, inject) = blocks(h + inject): the small network that refines latents.
 *
 * @param <T> number format of the forward pass
 */
public final class ReasoningModule<T extends TFloating> {
  private final Computation<T> c;
  private final List<Block<T>> blocks = new ArrayList<>();

  /**
   * @param name published prefix, {@code L_level} or {@code H_level}
   * @param layers number of blocks
   * @param length positions L, the prefix included
   */
  public ReasoningModule(
      Computation<T> c, String name, ModelConfig config, int layers, int length) {
    this.c = c;
    for (int i = 0; i < layers; i++) {
      blocks.add(new Block<>(c, name + ".layers." + i, config, length));
    }
  }

  /** Both [B, L, D] → [B, L, D]. */
  public Operand<T> apply(Operand<T> h, Operand<T> inject) {
    return apply(c.add(h, inject));
  }

  /** Without anything injected: [B, L, D] → [B, L, D]. */
  public Operand<T> apply(Operand<T> h) {
    Operand<T> state = h;
    for (Block<T> block : blocks) {
      state = c.apply(block, state);
    }
    return state;
  }
}
