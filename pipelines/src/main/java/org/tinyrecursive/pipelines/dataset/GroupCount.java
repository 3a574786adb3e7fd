package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.PuzzleFile;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.RowFormat;

/** Counts the rows of raw files that become groups. */
final class GroupCount {
  private final RowFormat format;
  private final int minDifficulty;

  GroupCount(RowFormat format, int minDifficulty) {
    this.format = format;
    this.minDifficulty = minDifficulty;
  }

  /**
   * Counts both splits; one without files is left out.
   *
   * @param trainSize rows of the train split to keep at most; empty: all
   * @param testSize likewise of the test split
   * @throws InputRefusedException if a file cannot be used, or a split has no good row
   */
  SortedMap<String, Long> count(
      List<RawSource> sources, OptionalInt trainSize, OptionalInt testSize) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (RawSource source : sources) {
      counts.merge(source.split(), good(source), Long::sum);
    }
    cut(counts, RawFiles.TRAIN, trainSize);
    cut(counts, RawFiles.TEST, testSize);
    counts.forEach(
        (split, count) -> {
          if (count == 0) {
            throw new InputRefusedException(
                "the %s split has no good row; `trm dataset` with the same options says why"
                    .formatted(split));
          }
        });
    return counts;
  }

  private static void cut(Map<String, Long> counts, String split, OptionalInt size) {
    size.ifPresent(most -> counts.computeIfPresent(split, (name, all) -> Math.min(all, most)));
  }

  private long good(RawSource source) {
    long[] good = new long[1];
    try (PuzzleFile file = PuzzleFile.open(source, format.header())) {
      file.readRows(
          format, (line, row) -> good[0] += row.rating() < minDifficulty ? 0 : 1, rejected -> {});
    }
    return good[0];
  }
}
