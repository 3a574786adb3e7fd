package org.tinyrecursive.workflows.adapt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.pipelines.score.ArcScoreFiles;
import org.tinyrecursive.pipelines.score.ArcScorePipeline;
import org.tinyrecursive.pipelines.score.ArcScoreSettings;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.report.arc.ArcReport;

/** Answers the unseen tasks with the adapted model: predictions, votes, submission. */
final class ArcAnswers {
  private static final String TASKS = "test_puzzles.json";
  private static final String NAMES = "identifiers.json";

  private final AdaptFolder folder;
  private final AdaptSettings settings;
  private final PrintWriter err;

  ArcAnswers(AdaptFolder folder, AdaptSettings settings, PrintWriter err) {
    this.folder = folder;
    this.settings = settings;
    this.err = err;
  }

  /** Predicts every augmented test input, unless that is done. */
  String predict() {
    if (Files.isDirectory(folder.predictions())) {
      return "predicted before";
    }
    long rows =
        PuzzlePredictPipeline.run(
                PuzzlePredictSettings.of(
                        PuzzleTask.ARC,
                        folder.checkpoints().resolve("latest"),
                        folder.dataset(),
                        folder.predictions())
                    .withSizes(
                        settings.predictBatchSize(), PuzzlePredictSettings.DEFAULT_ROWS_PER_FILE),
                BeamSettings.direct(),
                examples -> new CounterLines(err, List.of(PuzzlePredictPipeline.PREDICTED)))
            .predictions();
    return String.format(Locale.ROOT, "%,d augmented test inputs", rows);
  }

  /**
   * Lets the predictions vote and puts the submission in its place.
   *
   * @return pass@k under the published names; empty where no answer is known
   */
  Map<String, Double> vote() throws IOException {
    ArcScore score =
        ArcScorePipeline.run(
            new ArcScoreSettings(
                List.of(folder.predictions().toString()),
                folder.dataset().resolve(TASKS).toString(),
                Optional.empty(),
                Optional.of(folder.dataset().resolve(NAMES).toString()),
                0),
            BeamSettings.direct(),
            counters -> {});
    if (!Files.isDirectory(folder.votes())) {
      try (FolderCommit votes = FolderCommit.begin(folder.votes())) {
        ArcScoreFiles.write(votes.staging(), score);
        ArcReport.write(votes.staging().resolve(ArcReport.FILE_NAME), score);
        votes.publish();
      }
    }
    AdaptFolder.copy(folder.votes().resolve(ArcScoreFiles.SUBMISSION), folder.submission());
    return score.metrics();
  }
}
