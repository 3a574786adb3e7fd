package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.rna.score.TargetScore;

/** Scores of targets as a file. */
final class TargetScoresJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TargetScoresJson() {}

  static void write(Path file, List<TargetScore> scores) throws IOException {
    JSON.writerFor(new TypeReference<List<TargetScore>>() {}).writeValue(file.toFile(), scores);
  }

  /** Empty where no target was scored: then nothing was written. */
  static List<TargetScore> read(Path file) throws IOException {
    return Files.size(file) == 0
        ? List.of()
        : JSON.readValue(file.toFile(), new TypeReference<List<TargetScore>>() {});
  }
}
