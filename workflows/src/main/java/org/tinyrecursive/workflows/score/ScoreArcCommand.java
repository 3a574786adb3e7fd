package org.tinyrecursive.workflows.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.pipelines.score.ArcScoreFiles;
import org.tinyrecursive.pipelines.score.ArcScorePipeline;
import org.tinyrecursive.pipelines.score.ArcScoreSettings;
import org.tinyrecursive.transforms.beam.ScoreArcPredictions;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.report.arc.ArcReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets predictions of augmented ARC tasks vote, writes the submission and says how good it is. */
@Command(preprocessor = BeamArguments.class)
public final class ScoreArcCommand implements Callable<Integer> {
  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "FILE|DIR",
      description =
          "a folder of trm predict arc, or JSON lines (puzzle, input, prediction, q_halt_logit),"
              + " plain or .gz; may be repeated: votes of all are pooled, and the result says so")
  private List<String> predictions;

  @Option(
      names = "--test-puzzles",
      required = true,
      paramLabel = "JSON",
      description =
          "the tasks: test_puzzles.json of a dataset, or a challenges file; where no answer is"
              + " known only the submission is made")
  private String testPuzzles;

  @Option(
      names = "--solutions",
      paramLabel = "JSON",
      description = "the answers, where the tasks do not have them")
  private String solutions;

  @Option(
      names = "--identifiers",
      paramLabel = "JSON",
      description = "identifiers.json of the dataset: names of puzzles not in it are refused")
  private String identifiers;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make; must be empty or not exist")
  private Path outputDir;

  @Mixin private RejectOption rejects;
  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    ArcScoreResult scored;
    try (FolderCommit folder = FolderCommit.begin(outputDir)) {
      ArcScore score =
          ArcScorePipeline.run(
              new ArcScoreSettings(
                  predictions,
                  testPuzzles,
                  Optional.ofNullable(solutions),
                  Optional.ofNullable(identifiers),
                  rejects.maxRejects()),
              beam.settings(),
              new CounterLines(result.err(), List.of(ScoreArcPredictions.SCORED)));
      ArcScoreFiles.write(folder.staging(), score);
      ArcReport.write(folder.staging().resolve(ArcReport.FILE_NAME), score);
      folder.publish();
      scored = ArcScoreResult.of(score, outputDir, (System.nanoTime() - start) / 1e9);
    }
    result.print(() -> ArcScoreText.of(scored), scored);
    return ExitCode.DONE;
  }
}
