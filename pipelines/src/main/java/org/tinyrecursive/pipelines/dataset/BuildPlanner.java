package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.pipelines.dataset.BuildPlan.PlannedTime;
import org.tinyrecursive.pipelines.dataset.BuildPlan.SplitPlan;
import org.tinyrecursive.pipelines.dataset.PlannedBuild.Size;
import org.tinyrecursive.pipelines.dataset.PlannedBuild.SplitCount;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.dataset.FolderTree;
import org.tinyrecursive.transforms.measure.Cost;
import org.tinyrecursive.transforms.measure.Cost.Measured;

/**
 * Plans a build by building parts of it, with the same pipeline, shards and workers. The first is
 * large enough to meet all that a process of its own meets once: classes are loaded and code is
 * compiled while it runs. Large ones between two small ones run warm, and the difference is what
 * more examples cost, in bytes and in time. A dataset hardly larger than the first part is built
 * whole instead, and so known exactly, but for the time.
 *
 * <p>Time: that of the cold part, and for each example that the whole has more, the cost of one.
 * Sizes are looked up before the cold part, which leaves less to do cold; so what the first look
 * took longer than the last is added.
 */
public final class BuildPlanner {
  /** Examples of the cold part: about as many as are built before all code is compiled. */
  private static final long COLD_EXAMPLES = 1_000_000;

  /** Of the cold part: up to so much, all is built in its place. */
  private static final double NEARLY = 1.2;

  private static final long ALL = Long.MAX_VALUE;
  private static final long SMALL_EXAMPLES = 100_000;
  private static final long LARGE_EXAMPLES = 600_000;

  private final PlannedBuild build;
  private final Path scratch;
  private final long coldExamples;
  private final long smallExamples;
  private final long largeExamples;

  /**
   * @param scratch a folder where the parts are built and taken away again
   */
  public BuildPlanner(PlannedBuild build, Path scratch) {
    this(build, scratch, COLD_EXAMPLES, SMALL_EXAMPLES, LARGE_EXAMPLES);
  }

  BuildPlanner(
      PlannedBuild build, Path scratch, long coldExamples, long smallExamples, long largeExamples) {
    this.build = build;
    this.scratch = scratch;
    this.coldExamples = coldExamples;
    this.smallExamples = smallExamples;
    this.largeExamples = largeExamples;
  }

  /**
   * Makes the plan.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a raw file or setting cannot be
   *     used
   */
  public BuildPlan plan() throws IOException {
    Measured<SortedMap<String, Size>> look = Cost.measure(this::firstLook);
    SortedMap<String, Size> whole = look.value();
    PlanPart cold = build("cold", part(whole, isNearlyCold(whole) ? ALL : coldExamples));
    return cold.isWhole(whole)
        ? ofWhole(whole, look.cost(), cold)
        : ofParts(whole, look.cost(), cold);
  }

  /** Raw files of every file system can be listed and read once Beam is ready, as in a build. */
  private SortedMap<String, Size> firstLook() throws IOException {
    BeamRun.prepare(build.beam(), BuildCounters.NAMESPACE);
    return build.sizes();
  }

  /** Whether so little is left beyond the cold part that building all costs less than planning. */
  private boolean isNearlyCold(SortedMap<String, Size> whole) {
    return whole.values().stream().mapToDouble(Size::examples).sum() <= NEARLY * coldExamples;
  }

  /** The dataset was built: only what its examples take of the time is not known yet. */
  private BuildPlan ofWhole(SortedMap<String, Size> whole, Cost look, PlanPart cold)
      throws IOException {
    PlanPart large = build("large", part(whole, largeExamples));
    PlanPart small = part(whole, smallExamples).equals(large.sizes()) ? large : small(whole);
    TreeMap<String, SplitPlan> splits = new TreeMap<>();
    whole.forEach(
        (split, size) -> {
          PlanGrowth growth = new PlanGrowth(split, size.units(), cold, cold);
          splits.put(split, growth.plan(growth.count()));
        });
    return new BuildPlan(
        splits, time(cold.examples(), onceOnly(look), cold, perExample(small, large, small)));
  }

  private BuildPlan ofParts(SortedMap<String, Size> whole, Cost look, PlanPart cold)
      throws IOException {
    PlanPart before = small(whole);
    build("again", part(whole, largeExamples));
    PlanPart large = build("large", part(whole, largeExamples));
    PlanPart small = small(whole);
    Optional<Map<String, SplitCount>> counts = build.counts();
    TreeMap<String, SplitPlan> splits = new TreeMap<>();
    whole.forEach(
        (split, size) -> {
          PlanGrowth growth = new PlanGrowth(split, size.units(), small, large);
          SplitCount count = counts.map(known -> known.get(split)).orElseGet(growth::count);
          splits.put(split, growth.plan(count));
        });
    long examples = splits.values().stream().mapToLong(SplitPlan::examples).sum();
    return new BuildPlan(
        splits, time(examples, onceOnly(look), cold, perExample(before, large, small)));
  }

  private PlanPart small(SortedMap<String, Size> whole) throws IOException {
    return build("small", part(whole, smallExamples));
  }

  /** What looking up sizes took longer the first time than it does now. */
  private Cost onceOnly(Cost look) throws IOException {
    return look.beyond(Cost.measure(build::sizes).cost());
  }

  /**
   * What one more example costs. A large part built for the first time still has code compiled,
   * which would be taken for the cost of its examples; so the second time counts, between small
   * parts.
   */
  private static Cost perExample(PlanPart before, PlanPart large, PlanPart after) {
    long more = large.examples() - after.examples();
    Cost small = before.cost().plus(after.cost()).times(0.5);
    return more > 0
        ? large.cost().beyond(small).times(1.0 / more)
        : large.cost().times(1.0 / Math.max(1, large.examples()));
  }

  private PlannedTime time(long examples, Cost onceOnly, PlanPart cold, Cost perExample) {
    double more = Math.max(0L, examples - cold.examples());
    Cost whole = cold.cost().plus(onceOnly).plus(perExample.times(more));
    return new PlannedTime(
        whole,
        Math.min(whole.seconds(), perExample.seconds() * examples),
        build.beam().workersOrCores());
  }

  /** The sizes of a part of about so many examples; of every split the same share, or all. */
  private static SortedMap<String, Long> part(SortedMap<String, Size> whole, long examples) {
    double all = whole.values().stream().mapToDouble(Size::examples).sum();
    TreeMap<String, Long> sizes = new TreeMap<>();
    whole.forEach(
        (split, size) -> {
          long units = (long) Math.ceil(examples / all * size.units());
          sizes.put(split, Math.max(1, Math.min(size.units(), units)));
        });
    return sizes;
  }

  private PlanPart build(String name, SortedMap<String, Long> sizes) throws IOException {
    Path directory = scratch.resolve(name);
    try {
      Measured<DatasetBuildResult> built = Cost.measure(() -> build.build(sizes, directory));
      return new PlanPart(sizes, built.value().manifest(), built.cost());
    } finally {
      FolderTree.delete(directory);
    }
  }
}
