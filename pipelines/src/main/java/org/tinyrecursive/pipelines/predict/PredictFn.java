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
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.tinyrecursive.modeltf.predict.SearchCounts;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.prediction.PredictionWriter;

/**
 * Predicts one range of a split and writes its files under temporary names, then renames them: the
 * same bytes however often it is tried. A range that an earlier attempt left whole is not predicted
 * again.
 */
final class PredictFn extends DoFn<Integer, PredictedPart> {
  private static final long serialVersionUID = 1;

  private final PuzzleTask task;
  private final ModelSource source;
  private final SearchSettings search;
  private final PredictionParts parts;
  private final String directory;
  private final Counter predicted = counter(PuzzlePredictPipeline.PREDICTED);
  private final Counter steps = counter(PuzzlePredictPipeline.STEPS);
  private transient LoadedModel model;
  private transient TokenLayout tokens;
  private transient Split split;

  /**
   * @param directory where the files go
   */
  PredictFn(
      PuzzleTask task,
      ModelSource source,
      SearchSettings search,
      PredictionParts parts,
      String directory) {
    this.task = task;
    this.source = source;
    this.search = search;
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
    Path folder = Path.of(directory);
    try {
      Optional<PredictedPart> left = PredictedPart.find(part, folder, parts);
      left.ifPresent(whole -> predicted.inc(whole.counts().examples()));
      out.output(left.isPresent() ? left.get() : predict(part, folder));
    } catch (IOException failed) {
      throw new WriteFailedException(parts.arrowFile(part), failed);
    }
  }

  private PredictedPart predict(int part, Path folder) throws IOException {
    String attempt = PredictionParts.DIRECTORY + "/." + UUID.randomUUID();
    Path arrow = folder.resolve(attempt + ".arrow");
    Path csv = folder.resolve(attempt + ".csv");
    Path receipt = folder.resolve(attempt + ".json");
    SearchCounts counts = write(part, arrow, csv);
    replace(arrow, folder.resolve(parts.arrowPart(part)));
    replace(csv, folder.resolve(parts.csvPart(part)));
    PredictedPart whole = PredictedPart.of(part, folder, parts, counts);
    whole.writeReceipt(receipt);
    replace(receipt, folder.resolve(parts.receipt(part)));
    return whole;
  }

  private SearchCounts write(int part, Path arrow, Path csv) throws IOException {
    // The stream is named too: a writer that cannot flush leaves it open.
    try (PredictionWriter rows = new PredictionWriter(arrow, split.seqLen());
        OutputStream stored = Files.newOutputStream(csv);
        Writer lines = new BufferedWriter(new OutputStreamWriter(stored, UTF_8))) {
      SearchCounts counts =
          model.predict(
              split,
              parts.first(part),
              parts.size(part),
              search,
              task.rules(tokens),
              prediction -> {
                rows.append(prediction);
                lines.write(task.formatRow(tokens, prediction) + "\n");
                predicted.inc();
                steps.inc(prediction.steps());
              });
      rows.finish();
      return counts;
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Counter counter(String name) {
    return Metrics.counter(PuzzlePredictPipeline.COUNTERS, name);
  }
}
