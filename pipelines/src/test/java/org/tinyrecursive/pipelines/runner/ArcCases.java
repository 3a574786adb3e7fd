package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettings;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettingsBuilder;
import org.tinyrecursive.pipelines.dataset.RawArc;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.pipelines.score.ArcScoreFiles;
import org.tinyrecursive.pipelines.score.ArcScorePipeline;
import org.tinyrecursive.pipelines.score.ArcScoreSettings;

/** The pipelines of ARC, with small input. */
final class ArcCases {
  private final Path raw;
  private final Path small;
  private final Path checkpoint;
  private final Path predictions;

  /** Prepares what the pipelines read, in a folder that exists. */
  ArcCases(Path folder) throws IOException {
    raw = folder;
    RawArc.write(folder, "training", RawArc.tasks("training", 9));
    RawArc.write(folder, "evaluation", RawArc.tasks("evaluation", 4));
    small = folder.resolve("small");
    ArcDatasetPipeline.run(
        settings(small).canvas(4).build(), BeamSettings.direct(), RunCounters.IGNORED);
    checkpoint = UntrainedCheckpoint.write(folder.resolve("checkpoints"), small);
    predictions = folder.resolve("predictions");
    predict(BeamSettings.direct(), predictions);
  }

  List<PipelineCase> all() {
    return List.of(
        new PipelineCase("dataset arc", ArcDatasetPipeline.class, this::dataset),
        new PipelineCase("predict arc", PuzzlePredictPipeline.class, this::predict),
        new PipelineCase("score arc", ArcScorePipeline.class, this::score));
  }

  private String dataset(BeamSettings beam, Path output) {
    return ArcDatasetPipeline.run(settings(output).build(), beam, RunCounters.IGNORED)
        .manifest()
        .sha256();
  }

  private String predict(BeamSettings beam, Path output) throws IOException {
    PuzzlePredictPipeline.run(
        PuzzlePredictSettings.of(PuzzleTask.ARC, checkpoint, small, output).withSizes(16, 16),
        beam,
        examples -> RunCounters.IGNORED);
    return Digest.of(output);
  }

  private String score(BeamSettings beam, Path output) throws IOException {
    ArcScore score =
        ArcScorePipeline.run(
            ArcScoreSettings.of(
                predictions.toString(), small.resolve("test_puzzles.json").toString()),
            beam,
            RunCounters.IGNORED);
    ArcScoreFiles.write(Files.createDirectory(output), score);
    return Digest.of(output);
  }

  private ArcDatasetSettingsBuilder settings(Path output) {
    return ArcDatasetSettings.into(output)
        .inputFilePrefix(raw.resolve("arc").toString())
        .subsets(List.of("training", "evaluation"))
        .testSetName("evaluation")
        .numAug(7)
        .shards(3);
  }
}
