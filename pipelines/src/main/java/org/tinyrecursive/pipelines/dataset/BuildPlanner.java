package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.tinyrecursive.pipelines.dataset.BuildPlan.SplitPlan;
import org.tinyrecursive.pipelines.dataset.PlannedBuild.SplitCount;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SplitManifest;

/**
 * Plans a build by building three growing parts of it. The first runs cold, as the build itself
 * will; what more of it costs, in bytes and in time, is the difference of the other two. A dataset
 * no larger than these parts is built whole and so known exactly, but for the time.
 */
public final class BuildPlanner {
  private static final int FIRST_SIZE = 32;

  /** Examples of the second and the third part: some seconds of work together. */
  private static final long SMALL_EXAMPLES = 40_000;

  private static final long LARGE_EXAMPLES = 160_000;

  private final PlannedBuild build;
  private final Path scratch;
  private final long smallExamples;
  private final long largeExamples;

  /**
   * @param scratch a folder where the parts are built and taken away again
   */
  public BuildPlanner(PlannedBuild build, Path scratch) {
    this(build, scratch, SMALL_EXAMPLES, LARGE_EXAMPLES);
  }

  BuildPlanner(PlannedBuild build, Path scratch, long smallExamples, long largeExamples) {
    this.build = build;
    this.scratch = scratch;
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
    SortedMap<String, Long> whole = build.sizes();
    Part cold = build("cold", whole, (double) FIRST_SIZE / sum(whole));
    double whenWhole = cold.examples() / cold.share(whole);
    Part small = build("small", whole, smallExamples / whenWhole);
    Part large = build("large", whole, largeExamples / whenWhole);
    Optional<Map<String, SplitCount>> counts = build.counts();
    TreeMap<String, SplitPlan> splits = new TreeMap<>();
    whole.forEach(
        (split, size) -> {
          Growth growth = new Growth(split, size, small, large);
          SplitCount count = counts.map(known -> known.get(split)).orElseGet(growth::count);
          splits.put(split, growth.plan(count));
        });
    long examples = splits.values().stream().mapToLong(SplitPlan::examples).sum();
    return new BuildPlan(splits, seconds(examples, cold, small, large));
  }

  /** The cold part's time, and what the rest costs once everything is warm. */
  private static double seconds(long examples, Part cold, Part small, Part large) {
    double more = large.examples() - small.examples();
    double perExample =
        more > 0
            ? Math.max(0, large.seconds() - small.seconds()) / more
            : large.seconds() / Math.max(1, large.examples());
    return cold.seconds() + perExample * Math.max(0, examples - cold.examples());
  }

  private Part build(String name, SortedMap<String, Long> whole, double share) throws IOException {
    TreeMap<String, Long> sizes = new TreeMap<>();
    whole.forEach(
        (split, size) ->
            sizes.put(split, (long) Math.max(1, Math.min(size, Math.ceil(share * size)))));
    Path directory = scratch.resolve(name);
    try {
      DatasetBuildResult built = build.build(sizes, directory);
      return new Part(sizes, built.manifest(), built.elapsed().toNanos() / 1e9);
    } finally {
      delete(directory);
    }
  }

  private static long sum(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(directory)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** A part that was built. */
  private record Part(Map<String, Long> sizes, DatasetManifest manifest, double seconds) {
    double share(SortedMap<String, Long> whole) {
      return (double) sum(sizes) / sum(whole);
    }

    double examples() {
      return manifest.splits().values().stream().mapToLong(SplitManifest::totalExamples).sum();
    }

    long of(String split, ToLongFunction<SplitManifest> figure) {
      SplitManifest found = manifest.splits().get(split);
      return found == null ? 0 : figure.applyAsLong(found);
    }
  }

  /** How the figures of a split grow from one part to the other, and so on to the whole. */
  private record Growth(String split, long size, Part small, Part large) {
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
}
