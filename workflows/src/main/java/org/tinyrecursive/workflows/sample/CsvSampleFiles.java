package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.samples.Samples;

/** A folder with {@code train.csv} and {@code test.csv} in a published format. */
final class CsvSampleFiles {
  /** Name of the file of puzzles to train on. */
  static final String TRAIN = "train.csv";

  /** Name of the file of puzzles held out. */
  static final String TEST = "test.csv";

  private CsvSampleFiles() {}

  /**
   * Draws samples and writes them, whole or not at all.
   *
   * @param folder to be made; absent or empty
   * @param header first line of each file
   * @param row of a puzzle, without a line end
   * @param draw makes the samples once the place is known to be free
   * @return what was written
   * @throws org.tinyrecursive.transforms.InputRefusedException if the folder holds anything
   */
  static <P> Samples<P> write(
      Path folder, String header, Function<P, String> row, Supplier<Samples<P>> draw)
      throws IOException {
    try (FolderCommit commit = FolderCommit.begin(folder)) {
      Samples<P> samples = draw.get();
      Files.write(commit.staging().resolve(TRAIN), lines(header, row, samples.train()));
      Files.write(commit.staging().resolve(TEST), lines(header, row, samples.test()));
      commit.publish();
      return samples;
    }
  }

  private static <P> List<String> lines(String header, Function<P, String> row, List<P> puzzles) {
    return Stream.concat(Stream.of(header), puzzles.stream().map(row)).toList();
  }
}
