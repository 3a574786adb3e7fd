package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.tinyrecursive.pipelines.runner.HandoverFile;

/**
 * Brings the report out of the pipeline: writes it where whoever started the pipeline reads it.
 *
 * @param <R> the report
 */
final class WriteReportFn<R> extends DoFn<R, Void> {
  private static final long serialVersionUID = 1;

  private final HandoverFile file;

  WriteReportFn(HandoverFile file) {
    this.file = file;
  }

  @ProcessElement
  public void processElement(@Element R report) throws IOException {
    ReportJson.write(file, report);
  }
}
