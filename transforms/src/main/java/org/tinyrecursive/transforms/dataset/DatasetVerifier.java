package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;

/** Compares a dataset with its manifest: every file, every byte, every row. */
public final class DatasetVerifier {
  private static final String REJECTS = "rejects";

  private final DatasetFolder folder;
  private final Map<String, Long> files;
  private final DatasetManifest manifest;
  private final List<Problem> problems = new ArrayList<>();

  private DatasetVerifier(DatasetFolder folder, Map<String, Long> files, DatasetManifest manifest) {
    this.folder = folder;
    this.files = files;
    this.manifest = manifest;
  }

  /**
   * All problems of a dataset; none if it is sound.
   *
   * @throws InputRefusedException if the directory has no manifest and so is no dataset
   */
  public static List<Problem> verify(Path directory) throws IOException {
    if (!Files.isRegularFile(directory.resolve(DatasetManifest.FILE_NAME))) {
      DatasetManifest.load(directory); // says what is wrong
    }
    return verify(new LocalDatasetFolder(directory), directory.toString());
  }

  /**
   * All problems of a dataset wherever it is; none if it is sound. One shard at a time is read.
   *
   * @param name of the dataset, for messages
   * @throws InputRefusedException if there is no manifest and so no dataset
   */
  public static List<Problem> verify(DatasetFolder folder, String name) throws IOException {
    Map<String, Long> files = folder.files();
    if (!files.containsKey(DatasetManifest.FILE_NAME)) {
      throw DatasetManifest.isNone(name);
    }
    DatasetManifest manifest;
    try {
      manifest =
          DatasetManifest.parse(
              folder.read(DatasetManifest.FILE_NAME, Files::readAllBytes),
              name + "/" + DatasetManifest.FILE_NAME);
    } catch (InputRefusedException e) {
      return List.of(new Problem(Problem.Kind.MANIFEST, DatasetManifest.FILE_NAME, e.getMessage()));
    }
    DatasetVerifier verifier = new DatasetVerifier(folder, files, manifest);
    for (Map.Entry<String, SplitManifest> split : manifest.splits().entrySet()) {
      verifier.checkTotals(split.getKey(), split.getValue());
      SplitVerifier rows = new SplitVerifier(manifest, verifier.problems);
      for (ShardEntry shard : split.getValue().shards()) {
        verifier.checkShard(shard, rows);
      }
    }
    verifier.checkFiles();
    verifier.checkRejects();
    return List.copyOf(verifier.problems);
  }

  private void checkShard(ShardEntry shard, SplitVerifier rows) throws IOException {
    long bytes = files.getOrDefault(shard.file(), -1L);
    if (bytes < 0) {
      add(Problem.Kind.MISSING, shard, "the manifest lists it, but it is not there");
    } else if (bytes != shard.bytes()) {
      add(Problem.Kind.BYTES, shard, "has %d bytes, expected %d".formatted(bytes, shard.bytes()));
    } else {
      folder.read(
          shard.file(),
          file -> {
            rows.check(shard, file);
            return shard;
          });
    }
  }

  private void add(Problem.Kind kind, ShardEntry shard, String detail) {
    problems.add(new Problem(kind, shard.file(), detail));
  }

  private void checkTotals(String name, SplitManifest split) {
    SplitManifest sums = SplitManifest.of(split.shards());
    checkTotal(name, "total_groups", split.totalGroups(), sums.totalGroups());
    checkTotal(name, "total_puzzles", split.totalPuzzles(), sums.totalPuzzles());
    checkTotal(name, "total_examples", split.totalExamples(), sums.totalExamples());
    checkTotal(name, "mean_puzzle_examples", split.meanPuzzleExamples(), sums.meanPuzzleExamples());
  }

  private void checkTotal(String split, String field, Number found, Number expected) {
    if (!found.equals(expected)) {
      problems.add(
          new Problem(
              Problem.Kind.COUNT,
              DatasetManifest.FILE_NAME,
              "splits.%s.%s is %s, its shards make %s".formatted(split, field, found, expected)));
    }
  }

  private void checkFiles() {
    for (String file : files.keySet()) {
      if (!manifest.owns(file)) {
        problems.add(new Problem(Problem.Kind.EXTRA, file, "the manifest does not list it"));
      }
    }
  }

  private void checkRejects() throws IOException {
    long found = 0;
    for (String file : files.keySet()) {
      if (file.startsWith(REJECTS + "/")) {
        found += folder.read(file, DatasetVerifier::lines);
      }
    }
    if (found != manifest.rejects()) {
      problems.add(
          new Problem(
              Problem.Kind.COUNT,
              REJECTS,
              "holds %d records, expected %d as the manifest says"
                  .formatted(found, manifest.rejects())));
    }
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
