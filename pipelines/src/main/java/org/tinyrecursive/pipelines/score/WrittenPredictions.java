package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FileDigest;

/**
 * A folder that trm predict has written, every file of it as its summary says.
 *
 * @param folder where it is
 * @param summary its {@code predictions.json}
 */
record WrittenPredictions(Path folder, JsonNode summary) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The folder of that name; empty if it is none of ours.
   *
   * @param task of the predictions that are wanted
   * @throws InputRefusedException if it is of another task, or a file is missing or was changed
   */
  static Optional<WrittenPredictions> find(String spec, String task) {
    if (!PredictionFiles.isLocalFolder(spec)) {
      return Optional.empty();
    }
    Path file = Path.of(spec).resolve(PredictionSummary.JSON_FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    WrittenPredictions found = new WrittenPredictions(Path.of(spec), read(file));
    found.checkTask(task);
    found.checkFiles();
    return Optional.of(found);
  }

  /** The Arrow files, in order. */
  List<Path> arrowFiles() {
    List<Path> files = new ArrayList<>();
    summary.path("files").forEach(file -> files.add(folder.resolve(file.asText())));
    return files;
  }

  /** The same predictions as lines. */
  Path csv() {
    return folder.resolve(PredictionSummary.CSV_FILE);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException broken) {
      throw new InputRefusedException(
          "%s is no whole summary of predictions: %s; predict again"
              .formatted(file, broken.getMessage()),
          broken);
    }
  }

  private void checkTask(String task) {
    String found = summary.path("task").asText();
    if (!found.equals(task)) {
      throw new InputRefusedException(
          "%s holds predictions of task %s, expected %s".formatted(folder, found, task));
    }
  }

  private void checkFiles() {
    List<Path> files = arrowFiles();
    JsonNode sums = summary.path("file_sha256");
    for (int i = 0; i < files.size(); i++) {
      checkFile(files.get(i), sums.path(i).asText());
    }
    if (summary.has("csv_sha256")) {
      checkFile(csv(), summary.path("csv_sha256").asText());
    }
  }

  /**
   * @param sha256 that is recorded; empty: none is
   */
  private static void checkFile(Path file, String sha256) {
    if (!Files.isRegularFile(file)) {
      throw new InputRefusedException(
          "%s is missing, though %s lists it; copy the folder anew or predict again"
              .formatted(file, PredictionSummary.JSON_FILE));
    }
    try {
      String found = FileDigest.sha256(file);
      if (!sha256.isEmpty() && !found.equals(sha256)) {
        throw new InputRefusedException(
            "%s has %,d bytes of sha256 %s, %s says sha256 %s: it was cut off or changed; copy the folder anew or predict again"
                .formatted(file, Files.size(file), found, PredictionSummary.JSON_FILE, sha256));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
