package org.tinyrecursive.workflows.cli;

import org.tinyrecursive.transforms.InputRefusedException;

/** What a number given on the command line may be. */
public final class OptionRange {
  private OptionRange() {}

  /**
   * Refuses a number that is too small.
   *
   * @param option as typed, such as {@code --batch-size}
   * @param least the smallest that is allowed
   * @throws InputRefusedException naming option, value and what is allowed
   */
  public static void atLeast(String option, long value, long least) {
    if (value < least) {
      throw new InputRefusedException(
          "%s is %d, allowed: %d and above".formatted(option, value, least));
    }
  }
}
