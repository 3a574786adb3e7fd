package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.modeltf.predict.StepCounts;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/** The last step: once all parts are written, joins their lines and writes the summary. */
final class WriteSummaryFn extends DoFn<Integer, Void> {
  private static final long serialVersionUID = 1;

  private final PredictionSummary template;
  private final String directory;
  private final PCollectionView<List<PredictedPart>> parts;

  /**
   * @param template the summary but for its figures
   * @param directory where the files of the parts are
   */
  WriteSummaryFn(
      PredictionSummary template, String directory, PCollectionView<List<PredictedPart>> parts) {
    this.template = template;
    this.directory = directory;
    this.parts = parts;
  }

  @ProcessElement
  public void processElement(ProcessContext context) {
    int count = context.element();
    Path csv = Path.of(directory, PredictionSummary.CSV_FILE);
    try {
      try (OutputStream lines = Files.newOutputStream(csv)) {
        lines.write((PredictionCsv.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (int part = 0; part < count; part++) {
          Files.copy(Path.of(directory, PredictedPart.csvFile(part)), lines);
        }
      }
      for (int part = 0; part < count; part++) {
        Files.delete(Path.of(directory, PredictedPart.csvFile(part)));
      }
      StepCounts counts =
          context.sideInput(parts).stream()
              .map(PredictedPart::counts)
              .reduce(StepCounts.EMPTY, StepCounts::plus);
      List<String> files =
          IntStream.range(0, count).mapToObj(part -> PredictedPart.arrowFile(part, count)).toList();
      PredictionSummaryJson.write(
          Path.of(directory, PredictionSummary.JSON_FILE), template.with(counts, files));
    } catch (IOException failed) {
      throw new WriteFailedException(csv.toString(), failed);
    }
  }
}
