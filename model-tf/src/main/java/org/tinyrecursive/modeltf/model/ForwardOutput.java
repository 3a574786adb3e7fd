package org.tinyrecursive.modeltf.model;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/**
 * What one supervision step yields.
 *
 * @param embedded x, the input of the recursion, [B, L, D]
 * @param latents the next carry, not yet detached
 * @param logits [B, S, V]
 * @param qHalt [B], logit that the answer is right
 * @param qContinue [B], logit that going on is worth it
 * @param <T> number format of the forward pass
 */
public record ForwardOutput<T extends TFloating>(
    Operand<T> embedded,
    Latents<T> latents,
    Operand<T> logits,
    Operand<TFloat32> qHalt,
    Operand<TFloat32> qContinue) {
  /** The latent that the answer was read from, [B, L, D]. */
  public Operand<T> answer() {
    return latents.values().get(0);
  }
}
