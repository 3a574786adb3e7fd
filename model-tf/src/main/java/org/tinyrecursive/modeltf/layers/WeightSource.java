package org.tinyrecursive.modeltf.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Where a graph gets its float32 weights: the trained variables, or their average. */
@FunctionalInterface
public interface WeightSource {
  /**
   * The value of a parameter at the start of a step.
   *
   * @param name published name
   * @throws IllegalArgumentException if there is none of that name
   */
  Operand<TFloat32> weight(String name);
}
