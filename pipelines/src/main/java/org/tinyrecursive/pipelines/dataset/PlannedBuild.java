package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tinyrecursive.pipelines.runner.BeamSettings;

/** A dataset that can also be built in part, so that the part tells what the whole will be. */
public interface PlannedBuild {
  /**
   * The size of the whole by split. What a split has, its bytes and its time grow in proportion to
   * its units.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a raw file cannot be used
   * @throws IOException if one cannot be read
   */
  SortedMap<String, Size> sizes() throws IOException;

  /**
   * The size of a split.
   *
   * @param units what the build can be cut by, 1 and above: raw puzzles, or copies of every one
   * @param examples about how many the split has, which decides how large parts are made
   */
  record Size(long units, double examples) {}

  /** How parts are run. */
  BeamSettings beam();

  /**
   * What each split of the whole will have, where that is known without building it; else it is
   * taken to grow in proportion to {@link #sizes()}.
   *
   * @throws IOException if a raw file cannot be read
   */
  default Optional<Map<String, SplitCount>> counts() throws IOException {
    return Optional.empty();
  }

  /** The numbers of one split. */
  record SplitCount(long groups, long puzzles, long examples) {
    static final SplitCount NONE = new SplitCount(0, 0, 0);

    SplitCount plus(SplitCount other) {
      return new SplitCount(
          groups + other.groups, puzzles + other.puzzles, examples + other.examples);
    }
  }

  /**
   * Builds a part.
   *
   * @param sizes units of the part by split, 1 and above
   * @param directory where; must not exist
   */
  DatasetBuildResult build(Map<String, Long> sizes, Path directory);
}
