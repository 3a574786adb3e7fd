package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.modeltf.predict.SearchCounts;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.FileDigest;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/**
 * The last step: once all parts are written, joins their lines and writes the summary. It leaves
 * the parts as they are, so that it may be tried again.
 */
final class WriteSummaryFn extends DoFn<Integer, Void> {
  private static final long serialVersionUID = 1;

  private final PredictionSummary template;
  private final PredictionParts parts;
  private final String directory;
  private final PCollectionView<List<PredictedPart>> predicted;

  /**
   * @param template the summary but for its figures
   * @param directory where the files of the parts are
   */
  WriteSummaryFn(
      PredictionSummary template,
      PredictionParts parts,
      String directory,
      PCollectionView<List<PredictedPart>> predicted) {
    this.template = template;
    this.parts = parts;
    this.directory = directory;
    this.predicted = predicted;
  }

  @ProcessElement
  public void processElement(ProcessContext context) {
    Path folder = Path.of(directory);
    Path csv = folder.resolve(PredictionSummary.CSV_FILE);
    try {
      try (OutputStream lines = Files.newOutputStream(csv)) {
        lines.write((PredictionCsv.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (int part = 0; part < parts.count(); part++) {
          Files.copy(folder.resolve(parts.csvPart(part)), lines);
        }
      }
      List<PredictedPart> inOrder =
          context.sideInput(predicted).stream()
              .sorted(Comparator.comparing(PredictedPart::part))
              .toList();
      SearchCounts counts =
          inOrder.stream()
              .map(PredictedPart::counts)
              .reduce(SearchCounts.EMPTY, SearchCounts::plus);
      List<String> files = IntStream.range(0, parts.count()).mapToObj(parts::arrowFile).toList();
      PredictionSummaryJson.write(
          folder.resolve(PredictionSummary.JSON_FILE),
          template.with(
              counts,
              files,
              inOrder.stream().map(PredictedPart::arrowSha256).toList(),
              FileDigest.sha256(csv)));
    } catch (IOException failed) {
      throw new WriteFailedException(csv.toString(), failed);
    }
  }
}
