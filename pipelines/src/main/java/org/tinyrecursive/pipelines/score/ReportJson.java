package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.tinyrecursive.pipelines.runner.HandoverFile;

/** A report as a file. */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static void write(HandoverFile file, Object report) throws IOException {
    file.write(JSON.writeValueAsBytes(report));
  }

  static <R> R take(HandoverFile file, Class<R> type) throws IOException {
    return JSON.readValue(file.take(), type);
  }
}
