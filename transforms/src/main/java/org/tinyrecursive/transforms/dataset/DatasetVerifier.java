package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;

/** Compares a dataset with its manifest: every file, every byte, every row. */
public final class DatasetVerifier {
  private static final String REJECTS = "rejects";

  private final Path directory;
  private final DatasetManifest manifest;
  private final List<Problem> problems = new ArrayList<>();

  private DatasetVerifier(Path directory, DatasetManifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
  }

  /**
   * All problems of a dataset; none if it is sound.
   *
   * @throws InputRefusedException if the directory has no manifest and so is no dataset
   */
  public static List<Problem> verify(Path directory) throws IOException {
    DatasetManifest manifest;
    try {
      manifest = DatasetManifest.load(directory);
    } catch (InputRefusedException e) {
      if (!Files.isRegularFile(directory.resolve(DatasetManifest.FILE_NAME))) {
        throw e;
      }
      return List.of(new Problem(Problem.Kind.MANIFEST, DatasetManifest.FILE_NAME, e.getMessage()));
    }
    DatasetVerifier verifier = new DatasetVerifier(directory, manifest);
    for (Map.Entry<String, SplitManifest> split : manifest.splits().entrySet()) {
      verifier.checkTotals(split.getKey(), split.getValue());
      SplitVerifier rows = new SplitVerifier(directory, manifest, verifier.problems);
      for (ShardEntry shard : split.getValue().shards()) {
        rows.check(shard);
      }
    }
    verifier.checkFiles();
    verifier.checkRejects();
    return List.copyOf(verifier.problems);
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

  private void checkFiles() throws IOException {
    Set<Path> shards = new HashSet<>();
    manifest
        .splits()
        .values()
        .forEach(split -> split.shards().forEach(shard -> shards.add(Path.of(shard.file()))));
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(path -> !Files.isDirectory(path))
          .map(directory::relativize)
          .filter(path -> !shards.contains(path) && !DatasetFiles.isCompanion(path))
          .sorted()
          .forEach(
              path ->
                  problems.add(
                      new Problem(
                          Problem.Kind.EXTRA, path.toString(), "the manifest does not list it")));
    }
  }

  private void checkRejects() throws IOException {
    Path folder = directory.resolve(REJECTS);
    long found = 0;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          try (Stream<String> lines = Files.lines(file)) {
            found += lines.count();
          }
        }
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
}
