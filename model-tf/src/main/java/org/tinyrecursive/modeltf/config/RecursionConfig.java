package org.tinyrecursive.modeltf.config;

/**
 * Less work early in training (curriculum-guided adaptive recursion, 2025): a third of H_cycles and
 * L_cycles at first, then two thirds, then all; and less weight for later supervision steps.
 */
public record RecursionConfig(
    @Setting(
            key = "third_until",
            help = "share of training with a third of the cycles; 0: none",
            value = "0")
        double thirdUntil,
    @Setting(
            key = "two_thirds_until",
            help = "share of training after which all cycles are used; 0: from the start",
            value = "0")
        double twoThirdsUntil,
    @Setting(
            key = "supervision_decay",
            help =
                "weight of an example's loss from one supervision step to the next; 1: all alike",
            value = "1")
        double supervisionDecay) {
  /** All cycles at all times, every supervision step alike. */
  public static final RecursionConfig FULL = new RecursionConfig(0, 0, 1);

  /** Thirds of the cycles when training ends. */
  public static final int ALL_THIRDS = 3;

  public RecursionConfig {
    Check.within("recursion.two_thirds_until", twoThirdsUntil, 0, 1);
    Check.within("recursion.third_until", thirdUntil, 0, twoThirdsUntil);
    Check.within("recursion.supervision_decay", supervisionDecay, 0.000001, 1);
  }

  /** Whether some steps use fewer cycles. */
  public boolean isCurriculum() {
    return twoThirdsUntil > 0;
  }

  /**
   * Thirds of the cycles that a step uses: 1, 2 or 3.
   *
   * @param step from 1
   */
  public int thirds(long step, long totalSteps) {
    double progress = (step - 1) / (double) totalSteps;
    return progress < thirdUntil ? 1 : progress < twoThirdsUntil ? 2 : ALL_THIRDS;
  }
}
