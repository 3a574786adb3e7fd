package org.tinyrecursive.pipelines.dataset;

import java.util.function.ToLongFunction;
import org.tinyrecursive.pipelines.dataset.BuildPlan.SplitPlan;
import org.tinyrecursive.pipelines.dataset.PlannedBuild.SplitCount;
import org.tinyrecursive.transforms.dataset.SplitManifest;

/**
 * How the figures of a split grow from one part to the other, and so on to the whole.
 *
 * @param size of the whole split
 * @param small the smaller part, or the larger once more
 * @param large the larger part
 */
record PlanGrowth(String split, long size, PlanPart small, PlanPart large) {
  /** Where the build does not know: in proportion to size. */
  SplitCount count() {
    return new SplitCount(
        of(SplitManifest::totalGroups),
        of(SplitManifest::totalPuzzles),
        of(SplitManifest::totalExamples));
  }

  /** Bytes in proportion to examples. */
  SplitPlan plan(SplitCount count) {
    long last = large.of(split, SplitManifest::totalExamples);
    long more = last - small.of(split, SplitManifest::totalExamples);
    long lastBytes = large.of(split, SplitManifest::totalBytes);
    double perExample =
        more > 0
            ? (double) (lastBytes - small.of(split, SplitManifest::totalBytes)) / more
            : (double) lastBytes / Math.max(1, last);
    return new SplitPlan(
        count.groups(),
        count.puzzles(),
        count.examples(),
        lastBytes + Math.round(perExample * (count.examples() - last)),
        (double) large.sizes().get(split) / size);
  }

  private long of(ToLongFunction<SplitManifest> figure) {
    long last = large.of(split, figure);
    long lastSize = large.sizes().get(split);
    long more = lastSize - small.sizes().get(split);
    double perSize =
        more > 0 ? (double) (last - small.of(split, figure)) / more : (double) last / lastSize;
    return last + Math.round(perSize * (size - lastSize));
  }
}
