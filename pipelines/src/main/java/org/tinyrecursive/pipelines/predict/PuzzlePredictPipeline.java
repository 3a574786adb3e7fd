package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ResumeCheck;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.pipelines.predict.PredictInput.DatasetSplit;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.FolderCommit;

/**
 * A puzzle dataset and a checkpoint in, predictions out. The same inputs, batch size and threads
 * give the same bytes, with any number of workers.
 */
public final class PuzzlePredictPipeline {
  /** Namespace of the counter {@link #PREDICTED}. */
  public static final String COUNTERS = "predict";

  /** Counter: examples predicted so far. */
  public static final String PREDICTED = "predicted";

  private PuzzlePredictPipeline() {}

  /**
   * Predicts a split.
   *
   * @param progress given the number of examples, what sees how many have been predicted
   * @throws InputRefusedException if dataset and checkpoint do not fit each other, or one of them
   *     or the output folder cannot be used; nothing is left behind
   */
  public static PredictionSummary run(
      PuzzlePredictSettings settings, BeamSettings beam, LongFunction<RunCounters> progress) {
    BeamRun run = BeamRun.prepare(beam, COUNTERS);
    try (FolderCommit folder = FolderCommit.begin(settings.outputDir())) {
      Checkpoint checkpoint = Checkpoint.load(settings.checkpoint());
      DatasetSplit input = input(settings);
      Dataset dataset = open(settings.task(), input, checkpoint);
      PredictionParts parts =
          PredictionParts.of(
              input.dataset().toAbsolutePath().toString(),
              input.split(),
              dataset.split(input.split()).exampleCount(),
              settings.rowsPerFile(),
              settings.batchSize());
      WeightSet weights = weights(settings, checkpoint);
      ModelSource model =
          new ModelSource(checkpoint.folder().toString(), weights, settings.batchSize());
      PredictionSummary template =
          template(settings.task(), checkpoint, weights, input.split(), dataset.manifest());
      run.readsFrom("--checkpoint", model.checkpoint());
      run.readsFrom("--data", parts.dataset());
      run.writesInto("--output-dir", folder.staging());
      Pipeline pipeline = run.createPipeline();
      build(pipeline, settings.task(), model, parts, template, folder.staging().toString());
      run.run(pipeline, progress.apply(parts.examples()));
      PredictionSummary summary =
          PredictionSummaryJson.read(folder.staging().resolve(PredictionSummary.JSON_FILE));
      folder.publish();
      return summary;
    } catch (IOException failed) {
      throw new WriteFailedException(settings.outputDir().toString(), failed);
    }
  }

  private static void build(
      Pipeline pipeline,
      PuzzleTask task,
      ModelSource model,
      PredictionParts parts,
      PredictionSummary template,
      String directory) {
    PCollectionView<List<PredictedPart>> predicted =
        pipeline
            .apply("List parts", Create.of(IntStream.range(0, parts.count()).boxed().toList()))
            .apply("Spread over workers", Reshuffle.viaRandomKey())
            .apply("Predict and write", ParDo.of(new PredictFn(task, model, parts, directory)))
            .setCoder(SerializableCoder.of(PredictedPart.class))
            .apply("All parts", View.asList());
    pipeline
        .apply("Once", Create.of(parts.count()))
        .apply(
            "Write summary",
            ParDo.of(new WriteSummaryFn(template, directory, predicted)).withSideInputs(predicted));
  }

  private static DatasetSplit input(PuzzlePredictSettings settings) {
    return (DatasetSplit) settings.input();
  }

  private static Dataset open(PuzzleTask task, DatasetSplit input, Checkpoint checkpoint)
      throws IOException {
    Dataset dataset = Dataset.open(input.dataset());
    DatasetManifest manifest = dataset.manifest();
    if (!manifest.task().equals(task.text())) {
      throw new InputRefusedException(
          "%s is a dataset of task %s, expected %s"
              .formatted(input.dataset(), manifest.task(), task.text()));
    }
    ResumeCheck.checkShape(
        checkpoint.folder(), checkpoint.state().dataShape(), DataShape.of(manifest.tokens()));
    if (dataset.split(input.split()).exampleCount() == 0) {
      throw new InputRefusedException(
          "%s has no example in its split %s".formatted(input.dataset(), input.split()));
    }
    return dataset;
  }

  private static WeightSet weights(PuzzlePredictSettings settings, Checkpoint checkpoint) {
    return settings
        .weights()
        .orElse(checkpoint.state().recipe().train().ema() ? WeightSet.EMA : WeightSet.RAW);
  }

  private static PredictionSummary template(
      PuzzleTask task,
      Checkpoint checkpoint,
      WeightSet weights,
      String split,
      DatasetManifest manifest) {
    return new PredictionSummary(
        PredictionSummary.FORMAT_VERSION,
        task.text(),
        checkpoint.folder().getFileName().toString(),
        weights.name().toLowerCase(Locale.ROOT),
        checkpoint.state().step(),
        manifest.sha256(),
        split,
        0,
        0,
        List.of(),
        List.of(),
        List.of());
  }
}
