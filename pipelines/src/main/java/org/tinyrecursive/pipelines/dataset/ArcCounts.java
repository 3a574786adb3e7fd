package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.tinyrecursive.pipelines.dataset.PlannedBuild.SplitCount;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.TestPairs;
import org.tinyrecursive.transforms.arc.UniqueAugmentations;
import org.tinyrecursive.transforms.beam.ArcRecord;
import org.tinyrecursive.transforms.beam.ArcSource;
import org.tinyrecursive.transforms.beam.ArcSourceReader;

/**
 * Counts what an ARC dataset will have by drawing all augmentations, without writing any: a task
 * whose content is symmetric has fewer different ones than are asked for.
 */
final class ArcCounts {
  private final ArcDatasetSettings settings;

  ArcCounts(ArcDatasetSettings settings) {
    this.settings = settings;
  }

  /** Counts both splits. Tasks that are refused count nowhere. */
  Map<String, SplitCount> ofAll(List<ArcSource> sources) throws IOException {
    return count(
        sources, task -> 1L + UniqueAugmentations.count(task, settings.seed(), settings.numAug()));
  }

  /** Counts both splits as they would be without augmentations; draws nothing. */
  Map<String, SplitCount> ofOriginals(List<ArcSource> sources) throws IOException {
    return count(sources, task -> 1);
  }

  private Map<String, SplitCount> count(List<ArcSource> sources, ToLongFunction<ArcTask> puzzlesOf)
      throws IOException {
    List<ArcRecord> tasks = new ArrayList<>();
    ArcSourceReader reader = new ArcSourceReader(settings.canvas());
    for (ArcSource source : sources) {
      reader.read(source, tasks::add, refused -> {});
    }
    List<Counted> counted =
        tasks.parallelStream()
            .map(record -> count(record, puzzlesOf.applyAsLong(record.task())))
            .toList();
    return Map.of(
        ArcDatasetSettings.TRAIN, sum(counted, Counted::train),
        ArcDatasetSettings.TEST, sum(counted, Counted::test));
  }

  private record Counted(SplitCount train, SplitCount test) {}

  private static Counted count(ArcRecord record, long puzzles) {
    int train = record.task().train().size();
    int test = record.task().test().size();
    return record.use() == TestPairs.LEARNED
        ? new Counted(new SplitCount(1, puzzles, puzzles * (train + test)), SplitCount.NONE)
        : new Counted(
            new SplitCount(1, puzzles, puzzles * train),
            new SplitCount(1, puzzles, puzzles * test));
  }

  private static SplitCount sum(List<Counted> counted, Function<Counted, SplitCount> split) {
    return counted.stream().map(split).reduce(SplitCount.NONE, SplitCount::plus);
  }
}
