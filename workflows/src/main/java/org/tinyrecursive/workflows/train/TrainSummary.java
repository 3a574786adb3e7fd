package org.tinyrecursive.workflows.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.BestScore;
import org.tinyrecursive.modeltf.train.Evaluation;
import org.tinyrecursive.modeltf.train.TrainResult;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.workflows.cli.DurationText;
import org.tinyrecursive.workflows.cli.TextLines;

/**
 * How training ended; keys of the JSON result. What was not evaluated is null.
 *
 * @param end completed, time_budget, stopped, or followed in a worker that writes nothing
 * @param seconds of the whole run, resumed parts included
 * @param examplesPerSecond of training here, evaluations apart
 * @param cellAccuracy of the last evaluation here, by the weights that are exported
 * @param exactAccuracy likewise
 */
record TrainSummary(
    String recipe,
    String end,
    long step,
    double epoch,
    double seconds,
    double examplesPerSecond,
    Long testExamples,
    Double cellAccuracy,
    Double exactAccuracy,
    Double rawExactAccuracy,
    Long bestStep,
    Double bestExactAccuracy,
    String checkpoint,
    String bestCheckpoint,
    String outputDir,
    String data) {

  static TrainSummary of(TrainRun run, TrainResult result, double examplesPerSecond)
      throws IOException {
    Optional<Evaluation> evaluation = result.evaluation();
    return new TrainSummary(
        run.recipe().name(),
        result.end().name().toLowerCase(Locale.ROOT),
        result.step(),
        result.epoch(),
        result.elapsedSeconds(),
        examplesPerSecond,
        evaluation.map(Evaluation::examples).orElse(null),
        evaluation.map(e -> e.exported().cellAccuracy()).orElse(null),
        evaluation.map(e -> e.exported().exactAccuracy()).orElse(null),
        evaluation.map(e -> e.raw().exactAccuracy()).orElse(null),
        result.best().map(BestScore::step).orElse(null),
        result.best().map(BestScore::exactAccuracy).orElse(null),
        result.checkpoint().map(Path::toString).orElse(null),
        best(run.output()),
        run.output().toString(),
        run.data().toString());
  }

  private static String best(Path output) throws IOException {
    Path link = output.resolve("checkpoints").resolve("best");
    return Files.exists(link) ? link.toRealPath().toString() : null;
  }

  String text() {
    TextLines text = new TextLines();
    String made =
        String.format(
            Locale.ROOT,
            "%s %s: step %,d, epoch %.1f, %s",
            recipe,
            ended(),
            step,
            epoch,
            DurationText.format(Duration.ofMillis((long) (1e3 * seconds))));
    if (end.equals("followed")) {
      text.add("%s", made);
      return text.toString();
    }
    text.add("%s, %,.0f examples/s", made, examplesPerSecond);
    if (exactAccuracy != null) {
      text.add(
          "test        exact %.4f, cell %.4f, of %,d examples",
          exactAccuracy, cellAccuracy, testExamples);
    }
    if (bestStep != null) {
      text.add("best        exact %.4f at step %,d", bestExactAccuracy, bestStep);
    }
    if (checkpoint != null) {
      text.add("checkpoint  %s", checkpoint);
    }
    text.add("curves      %s/metrics.jsonl, tensorboard --logdir %s", outputDir, outputDir);
    if (!end.equals("completed")) {
      text.add("go on with  trm train --resume --data %s --output-dir %s", data, outputDir);
    }
    return text.toString();
  }

  private String ended() {
    return switch (end) {
      case "completed" -> "is trained";
      case "followed" -> "made its share, worker 0 has the results";
      case "time_budget" -> "used its time budget";
      default -> "was stopped";
    };
  }
}
