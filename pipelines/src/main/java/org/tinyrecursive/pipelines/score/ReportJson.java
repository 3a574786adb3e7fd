package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;

/** A report as a file. */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static void write(HandoverFile file, SudokuScoreReport report) throws IOException {
    file.write(JSON.writeValueAsBytes(report));
  }

  static SudokuScoreReport take(HandoverFile file) throws IOException {
    return JSON.readValue(file.take(), SudokuScoreReport.class);
  }
}
