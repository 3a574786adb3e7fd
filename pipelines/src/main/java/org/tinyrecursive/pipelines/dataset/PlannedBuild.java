package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** A dataset that can also be built in part, so that the part tells what the whole will be. */
public interface PlannedBuild {
  /**
   * The size of the whole by split, in what the build can be cut by: raw puzzles, or copies of
   * every one. What a split has, its bytes and its time grow in proportion to it.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a raw file cannot be used
   */
  SortedMap<String, Long> sizes();

  /**
   * Builds a part.
   *
   * @param sizes of the part by split, 1 and above
   * @param directory where; must not exist
   */
  DatasetBuildResult build(Map<String, Long> sizes, Path directory);
}
