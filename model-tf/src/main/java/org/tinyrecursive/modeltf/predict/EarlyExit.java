package org.tinyrecursive.modeltf.predict;

import java.io.Serializable;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * When a row is done before its last step.
 *
 * @param confidence least sigmoid of q_halt at which the model is sure, between 0 and 1; above 1:
 *     it never is
 */
public record EarlyExit(double confidence) implements Serializable {
  /** Every row makes all its steps. */
  public static final EarlyExit NEVER = new EarlyExit(Double.POSITIVE_INFINITY);

  /**
   * Exit at a confidence.
   *
   * @throws InputRefusedException if it is not between 0 and 1
   */
  public static EarlyExit at(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new InputRefusedException(
          "--early-exit is %s, allowed: a confidence between 0 and 1".formatted(confidence));
    }
    return new EarlyExit(confidence);
  }

  /** Whether rows may be done early at all. */
  public boolean isPossible() {
    return confidence < 1;
  }

  /** Whether the model is sure of an answer with this logit of halting. */
  boolean isSure(float qHalt) {
    return isPossible() && qHalt >= Math.log(confidence / (1 - confidence));
  }
}
