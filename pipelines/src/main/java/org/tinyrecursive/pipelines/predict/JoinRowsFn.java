package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.rna.io.SubmissionFormat;
import org.tinyrecursive.transforms.beam.WriteFailedException;

/** The last step: once all targets are predicted, joins their rows in the order of the targets. */
final class JoinRowsFn extends DoFn<Integer, Void> {
  private static final long serialVersionUID = 1;

  private final String directory;
  private final PCollectionView<List<PredictedTarget>> predicted;

  JoinRowsFn(String directory, PCollectionView<List<PredictedTarget>> predicted) {
    this.directory = directory;
    this.predicted = predicted;
  }

  @ProcessElement
  public void processElement(ProcessContext context) {
    int count = context.element();
    List<PredictedTarget> done = context.sideInput(predicted).stream().distinct().toList();
    if (done.size() != count) {
      throw new IllegalStateException(
          "%d of %d targets were predicted".formatted(done.size(), count));
    }
    Path submission = Path.of(directory, RnaPredictPipeline.SUBMISSION_FILE);
    try (OutputStream rows = Files.newOutputStream(submission)) {
      rows.write(
          (String.join(",", SubmissionFormat.COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8));
      for (int number = 0; number < count; number++) {
        Files.copy(Path.of(directory, RnaTask.rowsFile(number)), rows);
      }
      for (int number = 0; number < count; number++) {
        Files.delete(Path.of(directory, RnaTask.rowsFile(number)));
      }
      RnaPredictionSummary.of(done).write(Path.of(directory));
    } catch (IOException failed) {
      throw new WriteFailedException(submission.toString(), failed);
    }
  }
}
