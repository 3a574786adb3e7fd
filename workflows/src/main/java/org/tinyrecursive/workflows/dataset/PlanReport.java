package org.tinyrecursive.workflows.dataset;

import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import org.tinyrecursive.pipelines.dataset.BuildPlan;
import org.tinyrecursive.pipelines.dataset.BuildPlan.SplitPlan;
import org.tinyrecursive.workflows.cli.ByteText;
import org.tinyrecursive.workflows.cli.DurationText;

/** What {@code trm dataset plan} says; the components are the keys of its JSON. */
record PlanReport(
    String task,
    SortedMap<String, SplitPlan> splits,
    long examples,
    long bytes,
    double seconds,
    double planningSeconds) {
  static PlanReport of(String task, BuildPlan plan, double planningSeconds) {
    return new PlanReport(
        task, plan.splits(), plan.examples(), plan.bytes(), plan.seconds(), planningSeconds);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-8s %12s %14s %14s %10s %8s%n",
                "split",
                "groups",
                "puzzles",
                "examples",
                "size",
                "built"));
    splits.forEach(
        (name, split) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-8s %,12d %,14d %,14d %10s %7.1f%%%n",
                    name,
                    split.groups(),
                    split.puzzles(),
                    split.examples(),
                    ByteText.format(split.bytes()),
                    100 * split.builtShare())));
    return text.append(
            "This %s dataset will take about %s of disk and %s; planned in %s from the parts that were built."
                .formatted(
                    task, ByteText.format(bytes), duration(seconds), duration(planningSeconds)))
        .toString();
  }

  private static String duration(double seconds) {
    return DurationText.format(Duration.ofNanos((long) (seconds * 1e9)));
  }
}
