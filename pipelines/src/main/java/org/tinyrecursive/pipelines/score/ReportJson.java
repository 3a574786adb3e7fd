package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;

/** A report as a file. */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static void write(Path file, SudokuScoreReport report) throws IOException {
    JSON.writeValue(file.toFile(), report);
  }

  static SudokuScoreReport read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), SudokuScoreReport.class);
  }
}
