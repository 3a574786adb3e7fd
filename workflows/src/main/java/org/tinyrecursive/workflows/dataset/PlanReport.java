package org.tinyrecursive.workflows.dataset;

import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import org.tinyrecursive.pipelines.dataset.BuildPlan;
import org.tinyrecursive.pipelines.dataset.BuildPlan.SplitPlan;
import org.tinyrecursive.transforms.measure.Cost;
import org.tinyrecursive.workflows.cli.ByteText;
import org.tinyrecursive.workflows.cli.DurationText;

/** What {@code trm dataset plan} says; the components are the keys of its JSON. */
record PlanReport(
    String task,
    SortedMap<String, SplitPlan> splits,
    long examples,
    long bytes,
    double seconds,
    double workSeconds,
    double cpuSeconds,
    int workers,
    double planningSeconds) {
  /**
   * @param start what it takes until a command begins
   */
  static PlanReport of(String task, BuildPlan plan, Cost start, double planningSeconds) {
    Cost cost = plan.time().cost().plus(start);
    return new PlanReport(
        task,
        plan.splits(),
        plan.examples(),
        plan.bytes(),
        cost.seconds(),
        plan.time().workSeconds(),
        cost.cpuSeconds(),
        plan.time().workers(),
        planningSeconds);
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
            """
            This %s dataset will take about %s of disk and %s: %s to start and warm up, %s to build
            with %d workers; %s of CPU time in all. That is for `trm dataset %s` with the same options,
            from start to end, as this machine was while parts were built (in %s, under %s).\
            """
                .formatted(
                    task,
                    ByteText.format(bytes),
                    duration(seconds),
                    duration(seconds - workSeconds),
                    duration(workSeconds),
                    workers,
                    duration(cpuSeconds),
                    task,
                    duration(planningSeconds),
                    System.getProperty("java.io.tmpdir")))
        .toString();
  }

  private static String duration(double seconds) {
    return DurationText.format(Duration.ofNanos((long) (seconds * 1e9)));
  }
}
