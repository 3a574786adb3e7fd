package org.tinyrecursive.workflows.adapt;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.workflows.cli.DurationText;

/**
 * What an adaptation came to; keys of the JSON result.
 *
 * @param submission null where it was stopped before
 * @param questions test inputs of all tasks
 * @param puzzles new rows of the puzzle table
 * @param trainingEnd completed, time_budget, stopped or, where an earlier attempt did, "trained
 *     before"
 * @param reservedSeconds kept back for predicting and voting; null without a time budget
 * @param metrics pass@k under the published names; empty where no answer is known
 * @param stageSeconds wall time by stage
 */
record AdaptResult(
    String outputDir,
    String submission,
    int tasks,
    int questions,
    int puzzles,
    String trainingEnd,
    long step,
    double epoch,
    String checkpoint,
    Double reservedSeconds,
    Map<String, Double> metrics,
    double seconds,
    Map<String, Double> stageSeconds) {

  static AdaptResult of(
      AdaptFolder folder,
      UnseenTasks tasks,
      DatasetManifest data,
      AdaptedTraining.Outcome trained,
      Map<String, Double> metrics,
      Stages stages) {
    return new AdaptResult(
        folder.root().toString(),
        trained.isStopped() ? null : folder.submission().toString(),
        tasks.tasks().size(),
        tasks.questions(),
        data.tokens().numPuzzleIdentifiers() - 1,
        trained.end(),
        trained.step(),
        trained.epoch(),
        folder.checkpoints().resolve("latest").toString(),
        trained.reserve().map(time -> time.toMillis() / 1e3).orElse(null),
        metrics,
        stages.elapsed().toMillis() / 1e3,
        stages.seconds());
  }

  /** Scores for people, such as {@code pass@1 25.00 %, pass@2 50.00 %}. */
  static String scores(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(
            metric ->
                String.format(
                    Locale.ROOT,
                    "%s %.2f %%",
                    metric.getKey().replaceFirst("^ARC/", ""),
                    100 * metric.getValue()))
        .collect(Collectors.joining(", "));
  }

  String text() {
    String learned =
        String.format(
            Locale.ROOT,
            "%,d tasks, %,d puzzles with their augmentations; %,d steps, %.1f epochs (%s)",
            tasks,
            puzzles,
            step,
            epoch,
            trainingEnd);
    if (submission == null) {
      return learned + "%nstopped; go on with the same command and --resume".formatted();
    }
    String scored =
        metrics.isEmpty() ? "" : System.lineSeparator() + "Against the answers: " + scores(metrics);
    return "%s%s%nTook %s. The submission: %s"
        .formatted(
            learned,
            scored,
            DurationText.format(Duration.ofMillis((long) (1e3 * seconds))),
            submission);
  }
}
