package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.dataset.FolderTree;

/**
 * Puzzles and a checkpoint in, predictions out. The same inputs, batch size and threads give the
 * same bytes, with any number of workers and after any number of attempts that were killed.
 */
public final class PuzzlePredictPipeline {
  /** Namespace of the counters. */
  public static final String COUNTERS = "predict";

  /** Counter: examples predicted so far. */
  public static final String PREDICTED = "predicted";

  /** Counter: supervision steps spent on them. */
  public static final String STEPS = "steps";

  private PuzzlePredictPipeline() {}

  /**
   * Predicts puzzles.
   *
   * @param progress given the number of examples, what sees how many have been predicted
   * @throws InputRefusedException if puzzles and checkpoint do not fit each other, or one of them
   *     or the output folder cannot be used; nothing is left behind
   */
  public static PredictionSummary run(
      PuzzlePredictSettings settings, BeamSettings beam, LongFunction<RunCounters> progress) {
    // The one model of a process takes all cores.
    BeamRun run = BeamRun.prepare(beam.withOneDirectWorker(), COUNTERS);
    try (FolderCommit folder =
        FolderCommit.beginOrResume(settings.outputDir(), PredictionParts.DIRECTORY)) {
      Checkpoint checkpoint = Checkpoint.load(settings.checkpoint());
      PuzzleSplit puzzles = PuzzleSplit.open(settings, checkpoint, folder.staging());
      SearchSettings search =
          settings.search().orSteps(checkpoint.state().recipe().model().haltMaxSteps());
      ModelSource model = ModelSource.of(settings, checkpoint);
      PredictionParts parts =
          PredictionParts.of(
              puzzles.dataset().toAbsolutePath().toString(),
              puzzles.split(),
              puzzles.examples(),
              settings.rowsPerFile(),
              settings.batchSize(),
              PartKey.of(settings.task(), puzzles.sha256(), checkpoint, model, search));
      run.readsFrom("--checkpoint", model.checkpoint());
      run.readsFrom(puzzles.option(), parts.dataset());
      run.writesInto("--output-dir", folder.staging());
      Files.createDirectories(folder.staging().resolve(PredictionParts.DIRECTORY));
      Pipeline pipeline = run.createPipeline();
      build(
          pipeline,
          new PredictFn(settings.task(), model, search, parts, folder.staging().toString()),
          PredictionSummary.template(
              settings.task().text(),
              checkpoint.folder().getFileName().toString(),
              model.weights().name().toLowerCase(Locale.ROOT),
              checkpoint.state().step(),
              puzzles.sha256(),
              puzzles.split(),
              puzzles.rejects(),
              SearchReport.template(search)),
          parts,
          folder.staging().toString());
      run.run(pipeline, progress.apply(parts.examples()));
      return publish(folder, parts, puzzles);
    } catch (IOException failed) {
      throw new WriteFailedException(settings.outputDir().toString(), failed);
    }
  }

  private static void build(
      Pipeline pipeline,
      PredictFn predict,
      PredictionSummary template,
      PredictionParts parts,
      String directory) {
    PCollectionView<List<PredictedPart>> predicted =
        pipeline
            .apply("List parts", Create.of(IntStream.range(0, parts.count()).boxed().toList()))
            .apply("Spread over workers", Reshuffle.viaRandomKey())
            .apply("Predict and write", ParDo.of(predict))
            .setCoder(SerializableCoder.of(PredictedPart.class))
            .apply("All parts", View.asList());
    pipeline
        .apply("Once", Create.of(parts.count()))
        .apply(
            "Write summary",
            ParDo.of(new WriteSummaryFn(template, parts, directory, predicted))
                .withSideInputs(predicted));
  }

  /** Gives the parts their names and puts the folder in its place. */
  private static PredictionSummary publish(
      FolderCommit folder, PredictionParts parts, PuzzleSplit puzzles) throws IOException {
    Path staging = folder.staging();
    PredictionSummary summary =
        PredictionSummaryJson.read(staging.resolve(PredictionSummary.JSON_FILE));
    for (int part = 0; part < parts.count(); part++) {
      Files.move(staging.resolve(parts.arrowPart(part)), staging.resolve(parts.arrowFile(part)));
    }
    FolderTree.delete(staging.resolve(PredictionParts.DIRECTORY));
    if (puzzles.names().isPresent()) {
      Path names = puzzles.names().get();
      Files.copy(names, staging.resolve(names.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    puzzles.cleanUp();
    folder.publish();
    return summary;
  }
}
