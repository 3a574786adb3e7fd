package org.tinyrecursive.modeltf.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;

/**
 * The carry between supervision steps.
 *
 * @param zH the answer z_H (y in the paper), [B, L, D]
 * @param zL the latent z_L (z in the paper), [B, L, D]
 * @param <T> number format of the forward pass
 */
public record Latents<T extends TFloating>(Operand<T> zH, Operand<T> zL) {
  /** The same values, through which no gradient flows. */
  public Latents<T> detach(Ops tf) {
    return new Latents<>(tf.stopGradient(zH), tf.stopGradient(zL));
  }
}
