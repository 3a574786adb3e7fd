package org.tinyrecursive.modeltf.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * The half of a block in which positions exchange information, with its residual and norm.
 *
 * @param <T> number format of the forward pass
 */
sealed interface TokenMixer<T extends TFloating> permits AttentionMixer, SequenceMixer {
  /** [B, L, D] → [B, L, D]. */
  Operand<T> apply(Operand<T> h);

  /** The weights as this mixer uses them. */
  List<Operand<T>> weights();
}
