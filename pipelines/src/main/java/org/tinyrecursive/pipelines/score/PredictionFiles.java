package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;

/** Finds the files of predictions. */
final class PredictionFiles {
  private PredictionFiles() {}

  /**
   * The file itself, the lines of a folder that trm predict has written, or else the CSV files of a
   * local folder, in the order of their names.
   *
   * @param task of the predictions
   * @throws InputRefusedException if a folder holds no CSV file, or not what its summary lists
   */
  static List<RawSource> find(String spec, String task) {
    Optional<WrittenPredictions> written = WrittenPredictions.find(spec, task);
    if (written.isPresent()) {
      return List.of(new RawSource(written.get().csv().toString(), "predictions", 0));
    }
    if (!isLocalFolder(spec)) {
      return List.of(new RawSource(spec, "predictions", 0));
    }
    List<RawSource> sources = new ArrayList<>();
    try (Stream<Path> entries = Files.list(Path.of(spec))) {
      entries
          .filter(entry -> entry.getFileName().toString().matches("[^.].*\\.csv(\\.gz)?"))
          .sorted()
          .forEach(
              file -> sources.add(new RawSource(file.toString(), "predictions", sources.size())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (sources.isEmpty()) {
      throw new InputRefusedException(
          spec + " holds no .csv or .csv.gz file, expected the predictions to be scored");
    }
    return sources;
  }

  /** Whether it names a folder of this machine. */
  static boolean isLocalFolder(String spec) {
    return FileSpec.isLocal(spec) && Files.isDirectory(Path.of(spec));
  }
}
