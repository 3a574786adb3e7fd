package org.tinyrecursive.modeltf.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * What a computation did to latents, in order: sums, and blocks applied. A gradient can follow it
 * backwards and compute each block again.
 *
 * @param <T> number format of the forward pass
 */
public final class Trace<T extends TFloating> {
  private final List<Step<T>> steps = new ArrayList<>();

  void record(Step<T> step) {
    steps.add(step);
  }

  /** The steps, the last first. */
  public List<Step<T>> backwards() {
    List<Step<T>> reversed = new ArrayList<>(steps);
    Collections.reverse(reversed);
    return reversed;
  }

  /**
   * One step.
   *
   * @param <T> number format of the forward pass
   */
  public sealed interface Step<T extends TFloating> {
    /** What it yielded. */
    Operand<T> output();
  }

  /**
   * output = a + b.
   *
   * @param <T> number format of the forward pass
   */
  public record Sum<T extends TFloating>(Operand<T> a, Operand<T> b, Operand<T> output)
      implements Step<T> {}

  /**
   * output = block(input).
   *
   * @param <T> number format of the forward pass
   */
  public record Applied<T extends TFloating>(Block<T> block, Operand<T> input, Operand<T> output)
      implements Step<T> {}
}
