package org.tinyrecursive.pipelines.predict;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.tinyrecursive.modeltf.predict.StepCounts;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.prediction.PredictionWriter;

/**
 * Predicts one range of a split and writes its files under temporary names, then renames them: the
 * same bytes however often it is tried.
 */
final class PredictFn extends DoFn<Integer, PredictedPart> {
  private static final long serialVersionUID = 1;

  private final PuzzleTask task;
  private final ModelSource source;
  private final PredictionParts parts;
  private final String directory;
  private final Counter predicted =
      Metrics.counter(PuzzlePredictPipeline.COUNTERS, PuzzlePredictPipeline.PREDICTED);
  private transient LoadedModel model;
  private transient TokenLayout tokens;
  private transient Split split;

  /**
   * @param directory where the files go
   */
  PredictFn(PuzzleTask task, ModelSource source, PredictionParts parts, String directory) {
    this.task = task;
    this.source = source;
    this.parts = parts;
    this.directory = directory;
  }

  @Setup
  public void setup() throws IOException {
    Dataset dataset = Dataset.open(Path.of(parts.dataset()));
    tokens = dataset.manifest().tokens();
    split = dataset.split(parts.split());
    model = LoadedModel.acquire(source);
  }

  @Teardown
  public void teardown() {
    if (model != null) {
      LoadedModel.release(source);
    }
  }

  @ProcessElement
  public void processElement(@Element Integer part, OutputReceiver<PredictedPart> out) {
    Path arrow = Path.of(directory, PredictedPart.arrowFile(part, parts.count()));
    Path csv = Path.of(directory, PredictedPart.csvFile(part));
    String attempt = "." + UUID.randomUUID() + ".tmp";
    Path newArrow = arrow.resolveSibling(arrow.getFileName() + attempt);
    Path newCsv = csv.resolveSibling(csv.getFileName() + attempt);
    try {
      StepCounts counts = write(part, newArrow, newCsv);
      Files.move(newArrow, arrow, StandardCopyOption.REPLACE_EXISTING);
      Files.move(newCsv, csv, StandardCopyOption.REPLACE_EXISTING);
      out.output(new PredictedPart(part, counts));
    } catch (IOException failed) {
      throw new WriteFailedException(arrow.toString(), failed);
    }
  }

  private StepCounts write(int part, Path arrow, Path csv) throws IOException {
    // The stream is named too: a writer that cannot flush leaves it open.
    try (PredictionWriter rows = new PredictionWriter(arrow, split.seqLen());
        OutputStream stored = Files.newOutputStream(csv);
        Writer lines = new BufferedWriter(new OutputStreamWriter(stored, UTF_8))) {
      StepCounts counts =
          model.predict(
              split,
              parts.first(part),
              parts.size(part),
              prediction -> {
                rows.append(prediction);
                lines.write(task.formatRow(tokens, prediction) + "\n");
                predicted.inc();
              });
      rows.finish();
      return counts;
    }
  }
}
