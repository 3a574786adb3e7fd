package org.tinyrecursive.workflows.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.rna.RnaGuess;
import org.tinyrecursive.modeltf.rna.RnaModelKind;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.modeltf.rna.RnaRecipes;
import org.tinyrecursive.modeltf.rna.RnaTrainResult;
import org.tinyrecursive.modeltf.rna.RnaTrainRun;
import org.tinyrecursive.modeltf.rna.RnaTrainer;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainingDivergedException;
import org.tinyrecursive.pipelines.rna.Mixture;
import org.tinyrecursive.pipelines.rna.TrainingExamples;
import org.tinyrecursive.pipelines.rna.UnseenRows;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.dataset.RnaShardReader;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FileDigest;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.version.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model of RNA structures, or goes on with a run. */
@Command
public final class TrainRnaCommand implements Callable<Integer> {
  private static final int SHORTEST_WINDOW = 16;

  @Option(
      names = "--data-dir",
      required = true,
      paramLabel = "DIR",
      description = "dataset, as made by trm dataset rna")
  private Path dataDir;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "RUN",
      description = "folder of the run; must be empty or not exist, unless --resume is given")
  private Path outputDir;

  @Option(
      names = "--model",
      paramLabel = "trm|baseline",
      defaultValue = "trm",
      description =
          "trm refines structures built from older ones of the dataset; baseline is the published"
              + " toy, to compare with")
  private RnaModelKind model;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "16",
      description = "targets of a step")
  private int batchSize;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "100",
      description = "visits of every target")
  private int epochs;

  @Option(names = "--lr", paramLabel = "RATE", defaultValue = "1e-4", description = "learning rate")
  private double lr;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "500",
      description = "most residues of a window; longer targets are cropped at random")
  private int maxLength;

  @Option(
      names = "--num-structures",
      paramLabel = "N",
      defaultValue = "5",
      description = "guesses that differ on purpose")
  private int numStructures;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "of everything random")
  private long seed;

  @Option(names = "--resume", description = "go on from the latest checkpoint of the run, exactly")
  private boolean resume;

  @Option(
      names = "--time-budget",
      paramLabel = "DURATION",
      description = "end after this time with an evaluation and a checkpoint, such as 30m")
  private Duration timeBudget;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "threads of one operation; default: all cores. The same number gives the same bits")
  private Integer threads;

  @Mixin private ResultOptions result;

  private int nearCopies;

  /**
   * How it ended; keys of the JSON result. What was not evaluated is null.
   *
   * @param validationRows that the best model was chosen by
   * @param nearCopiesLeftOut rows of the validation split that resemble trained or validated ones
   */
  record Trained(
      String model,
      String end,
      long step,
      double seconds,
      int validationRows,
      int nearCopiesLeftOut,
      Double bestMeanTmScore,
      Long bestStep,
      String checkpoint,
      String outputDir) {}

  @Override
  public Integer call() throws IOException {
    check();
    StopSignal stop = new StopSignal();
    RnaTrainResult trained;
    int validated;
    int code;
    try (TrainDisplay display = TrainDisplay.of(result.err());
        StopOnSignal signals = new StopOnSignal(stop, display::line)) {
      RnaNarrator narrator = new RnaNarrator(display);
      RnaTrainRun run = plan(stop, narrator);
      validated = run.validation().size();
      trained = RnaTrainer.run(run, narrator);
      if (!stop.isRequested()) {
        chooseMixture(run, display);
      }
      code = signals.exitCode().orElse(ExitCode.DONE);
    } catch (TrainingDivergedException diverged) {
      result.err().println("failed: " + diverged.getMessage());
      return ExitCode.FAILED;
    }
    String end =
        trained.isComplete() ? "completed" : stop.isRequested() ? "stopped" : "time_budget";
    Trained summary =
        new Trained(
            model.name().toLowerCase(Locale.ROOT),
            end,
            trained.step(),
            trained.elapsedSeconds(),
            validated,
            nearCopies,
            trained.bestTmScore().orElse(null),
            trained.bestStep().orElse(null),
            trained.checkpoint().map(Path::toString).orElse(null),
            outputDir.toString());
    result.print(() -> text(summary), summary);
    return code;
  }

  /** On the validation targets, with the best model. */
  private void chooseMixture(RnaTrainRun run, TrainDisplay display) throws IOException {
    if (model == RnaModelKind.TRM && !run.validation().isEmpty()) {
      try (RnaPredictor best = RnaPredictor.load(outputDir, run.compute())) {
        Mixture mixture = Mixture.choose(best, run.validation(), outputDir);
        display.line(
            String.format(
                Locale.ROOT,
                "mixed guesses go %.0f %% of the way to the model's, by %d validation targets",
                100 * mixture.share(),
                run.validation().size()));
      }
    }
  }

  private void check() {
    OptionRange.atLeast("--batch-size", batchSize, 1);
    OptionRange.atLeast("--epochs", epochs, 1);
    OptionRange.atLeast("--max-length", maxLength, SHORTEST_WINDOW);
    OptionRange.atLeast("--num-structures", numStructures, 1);
    if (!(lr > 0 && Double.isFinite(lr))) {
      throw new InputRefusedException(
          "--lr is %s, allowed: above 0 and finite; 1e-4 to 1e-3 is usual".formatted(lr));
    }
    if (threads != null) {
      OptionRange.atLeast("--threads", threads, 1);
    }
  }

  private RnaTrainRun plan(StopSignal stop, RnaNarrator narrator) throws IOException {
    List<RnaRow> train = RnaShardReader.readSplit(dataDir, "train");
    List<RnaRow> later = RnaShardReader.readSplit(dataDir, "validation");
    List<RnaRow> validation = UnseenRows.of(train, later);
    nearCopies = later.size() - validation.size();
    narrator.leftOut(nearCopies, later.size());
    narrator.preparing(train.size() + validation.size());
    TrainingExamples examples = new TrainingExamples(model, train, seed);
    return new RnaTrainRun(
        RnaRecipes.of(model, batchSize, epochs, lr, seed),
        model,
        numStructures,
        maxLength,
        examples.forTraining(train, narrator::prepared),
        examples.forValidation(validation, narrator::prepared),
        (example, from, guesses) ->
            TrainingExamples.best(example, from, guesses.stream().map(RnaGuess::xyz).toList()),
        FileDigest.sha256(dataDir.resolve("dataset.json")),
        outputDir,
        resume ? ResumeMode.RESUME : ResumeMode.NEW,
        Optional.ofNullable(timeBudget),
        Versions.current().byName(),
        threads == null ? Compute.allCores() : new Compute(threads),
        stop);
  }

  private static String text(Trained t) {
    String best =
        t.bestStep() == null
            ? "nothing was validated"
            : String.format(
                Locale.ROOT,
                "best mean TM-score %.3f at step %,d",
                t.bestMeanTmScore(),
                t.bestStep());
    return String.format(
        Locale.ROOT,
        "Trained %s to step %,d (%s) in %.0f s, %s: %s%n",
        t.model(),
        t.step(),
        t.end(),
        t.seconds(),
        best,
        t.outputDir());
  }
}
