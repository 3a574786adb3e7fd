package org.tinyrecursive.transforms.arc.vote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The published figures: the mean over tasks of the share of test inputs that are answered. */
public final class PassAt {
  /** Candidates that may be looked at, in the published order. */
  public static final List<Integer> COUNTS = List.of(1, 2, 5, 10, 100, 1000);

  private PassAt() {}

  /** pass@k of all tasks, 0 to 1; 0 where there is none. */
  public static double of(List<VotedTask> tasks, int k) {
    double sum = 0;
    for (VotedTask task : tasks) {
      sum += task.passAt(k);
    }
    return tasks.isEmpty() ? 0 : sum / tasks.size();
  }

  /** All of {@link #COUNTS} under their published names, such as {@code ARC/pass@2}. */
  public static Map<String, Double> metrics(List<VotedTask> tasks) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int k : COUNTS) {
      metrics.put("ARC/pass@" + k, of(tasks, k));
    }
    return metrics;
  }
}
