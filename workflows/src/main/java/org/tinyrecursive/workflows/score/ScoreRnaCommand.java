package org.tinyrecursive.workflows.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.score.RnaScorePipeline;
import org.tinyrecursive.pipelines.score.RnaScoreSettings;
import org.tinyrecursive.rna.beam.ScoreStructures;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OutputPlace;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.report.rna.RnaReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores RNA structures, ours or anyone's. */
@Command(preprocessor = BeamArguments.class)
public final class ScoreRnaCommand implements Callable<Integer> {
  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "CSV",
      description =
          "a submission: ID,resname,resid,x_1,y_1,z_1,… with any number of guesses, plain or .gz,"
              + " local or gs://")
  private String predictions;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "CSV",
      description = "known structures in the competition's format, up to 40 of every target")
  private String labels;

  @Option(
      names = "--sequences",
      paramLabel = "CSV",
      description = "the competition's sequences file; checked against both others if given")
  private String sequences;

  @Option(
      names = "--tm-mode",
      paramLabel = "aligned|fixed",
      defaultValue = "aligned",
      description =
          "which score is mean_tm_score: aligned as the competition counts, or fixed, residue i"
              + " with residue i; both are printed")
  private TmMode mode;

  @Option(
      names = "--report",
      paramLabel = "HTML",
      description = "also write a page with the structures in 3D, contact maps and scores")
  private Path report;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    Optional<OutputPlace> page =
        Optional.ofNullable(report).map(file -> OutputPlace.file("--report", file));
    List<TargetScore> scores =
        RnaScorePipeline.run(
            new RnaScoreSettings(predictions, labels, Optional.ofNullable(sequences)),
            beam.settings(),
            new CounterLines(result.err(), List.of(ScoreStructures.SCORED)));
    RnaScoreResult score = RnaScoreResult.of(scores, mode);
    if (page.isPresent()) {
      page.get().writeText(RnaReport.render(predictions, labels, scores, mode));
    }
    result.print(
        () ->
            RnaScoreText.table(score)
                + (report == null
                    ? ""
                    : String.format(Locale.ROOT, "%nThe structures are in %s.", report)),
        score);
    return ExitCode.DONE;
  }
}
