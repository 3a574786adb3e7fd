package org.tinyrecursive.transforms.arc;

import java.util.Map;
import java.util.Optional;

/**
 * The published versions of the benchmark. They must not be mixed: training tasks of the second are
 * evaluation tasks of the first.
 */
public enum ArcVersion {
  ARC_AGI_1("ARC-AGI-1", "training", "evaluation"),
  ARC_AGI_2("ARC-AGI-2", "training2", "evaluation2");

  private static final int TASKS_1 = 400;
  private static final int OUTPUTS_1 = 419;
  private static final int TASKS_2 = 120;

  /** ARC-AGI-2's evaluation tasks were published twice, with so many test outputs. */
  private static final Map<Integer, String> OUTPUTS_2 =
      Map.of(167, "the version of 167 outputs", 172, "the version of 172 outputs");

  private final String label;
  private final String training;
  private final String evaluation;

  ArcVersion(String label, String training, String evaluation) {
    this.label = label;
    this.training = training;
    this.evaluation = evaluation;
  }

  /** The version that a subset of that name belongs to; empty if to none or to both. */
  public static Optional<ArcVersion> ofSubset(String subset) {
    for (ArcVersion version : values()) {
      if (subset.equals(version.training) || subset.equals(version.evaluation)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /**
   * Says which published evaluation set has so many tasks and test outputs.
   *
   * @return such as {@code ARC-AGI-2 evaluation, the version of 172 outputs}
   */
  public static String describeTestSet(int tasks, int outputs) {
    if (tasks == TASKS_1 && outputs == OUTPUTS_1) {
      return "as many as ARC-AGI-1 evaluation has";
    }
    if (tasks == TASKS_2 && OUTPUTS_2.containsKey(outputs)) {
      return "as many as ARC-AGI-2 evaluation has in " + OUTPUTS_2.get(outputs);
    }
    return "no published evaluation set has that many";
  }

  /** Its name, for people. */
  @Override
  public String toString() {
    return label;
  }
}
