package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;

/**
 * The carry between supervision steps.
 *
 * @param values [B, L, D] each, in the order of {@link LatentSpec#of}
 * @param <T> number format of the forward pass
 */
public record Latents<T extends TFloating>(List<Operand<T>> values) {
  public Latents {
    values = List.copyOf(values);
  }

  /** The same values, through which no gradient flows. */
  public Latents<T> detach(Ops tf) {
    return new Latents<>(values.stream().<Operand<T>>map(tf::stopGradient).toList());
  }
}
