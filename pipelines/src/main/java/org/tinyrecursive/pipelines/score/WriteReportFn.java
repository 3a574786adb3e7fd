package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;

/** Brings the report out of the pipeline: writes it where whoever started the pipeline reads it. */
final class WriteReportFn extends DoFn<SudokuScoreReport, Void> {
  private static final long serialVersionUID = 1;

  private final HandoverFile file;

  WriteReportFn(HandoverFile file) {
    this.file = file;
  }

  @ProcessElement
  public void processElement(@Element SudokuScoreReport report) throws IOException {
    ReportJson.write(file, report);
  }
}
