package org.tinyrecursive.workflows.dataset;

import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.pipelines.dataset.RawFiles;
import picocli.CommandLine.Option;

/** Raw files in the published format, and which of their rows are kept. Use it as a mixin. */
final class CsvOptions {
  @Option(
      names = "--train",
      paramLabel = "CSV",
      description =
          "raw file of the train split (source,question,answer,rating), plain or .gz, local or"
              + " gs://; may be repeated")
  private List<String> train;

  @Option(
      names = "--test",
      paramLabel = "CSV",
      description = "raw file of the test split, which is not augmented; may be repeated")
  private List<String> test;

  @Option(
      names = "--subsample-size",
      paramLabel = "N",
      description = "train puzzles to keep, drawn by seed (default: all)")
  private Integer subsampleSize;

  @Option(
      names = "--test-subsample-size",
      paramLabel = "N",
      description = "test puzzles to keep, drawn by seed (default: all)")
  private Integer testSubsampleSize;

  @Option(
      names = "--min-difficulty",
      paramLabel = "RATING",
      defaultValue = "0",
      description = "smallest rating to keep, in both splits")
  private int minDifficulty;

  RawFiles files() {
    return new RawFiles(orNone(train), orNone(test));
  }

  OptionalInt subsampleSize() {
    return orAll(subsampleSize);
  }

  OptionalInt testSubsampleSize() {
    return orAll(testSubsampleSize);
  }

  int minDifficulty() {
    return minDifficulty;
  }

  /** Picocli leaves a list null where its option was not given. */
  private static List<String> orNone(List<String> files) {
    return files == null ? List.of() : files;
  }

  private static OptionalInt orAll(Integer size) {
    return size == null ? OptionalInt.empty() : OptionalInt.of(size);
  }
}
