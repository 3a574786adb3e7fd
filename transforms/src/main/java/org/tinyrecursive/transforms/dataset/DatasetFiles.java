package org.tinyrecursive.transforms.dataset;

import java.nio.file.Path;
import java.util.Set;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/** Which files besides the shards belong into a dataset. */
final class DatasetFiles {
  private static final Set<String> COMPANIONS =
      Set.of(
          DatasetManifest.FILE_NAME,
          DatasetCard.FILE_NAME,
          "build.json",
          "identifiers.json",
          "test_puzzles.json",
          LeakageReport.FILE_NAME);
  private static final String REJECTS = "rejects";
  private static final String REJECTS_SUFFIX = ".jsonl";

  private DatasetFiles() {}

  /** Whether a dataset may hold a file with this path inside it. */
  static boolean isCompanion(Path relative) {
    return relative.getNameCount() == 1
        ? COMPANIONS.contains(relative.toString())
        : relative.getNameCount() == 2
            && relative.startsWith(REJECTS)
            && relative.toString().endsWith(REJECTS_SUFFIX)
            && !relative.getFileName().toString().startsWith(".");
  }
}
