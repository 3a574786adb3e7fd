package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.transforms.beam.ArcVoteReport;

/** Brings the votes out of the pipeline: writes them where whoever started it reads them. */
final class WriteArcReportFn extends DoFn<ArcVoteReport, Void> {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HandoverFile file;

  WriteArcReportFn(HandoverFile file) {
    this.file = file;
  }

  @ProcessElement
  public void processElement(@Element ArcVoteReport report) throws IOException {
    file.write(JSON.writeValueAsBytes(report));
  }

  static ArcVoteReport take(HandoverFile file) throws IOException {
    return JSON.readValue(file.take(), ArcVoteReport.class);
  }
}
