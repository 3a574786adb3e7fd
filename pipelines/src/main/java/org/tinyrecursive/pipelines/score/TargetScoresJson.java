package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.rna.score.TargetScore;

/** Scores of targets as a file. */
final class TargetScoresJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TargetScoresJson() {}

  static void write(HandoverFile file, List<TargetScore> scores) throws IOException {
    file.write(JSON.writerFor(new TypeReference<List<TargetScore>>() {}).writeValueAsBytes(scores));
  }

  static List<TargetScore> take(HandoverFile file) throws IOException {
    return JSON.readValue(file.take(), new TypeReference<List<TargetScore>>() {});
  }
}
