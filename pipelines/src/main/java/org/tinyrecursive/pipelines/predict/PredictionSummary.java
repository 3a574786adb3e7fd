package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.modeltf.predict.SearchCounts;
import org.tinyrecursive.modeltf.predict.StepCounts;

/**
 * What {@code predictions.json} says, beside the files it lists.
 *
 * @param formatVersion 1
 * @param task such as {@code sudoku}
 * @param checkpoint name of the checkpoint, such as {@code step-00001500}
 * @param weights {@code ema} or {@code raw}
 * @param step optimizer steps of the checkpoint
 * @param datasetSha256 of the manifest of the dataset predicted
 * @param split of it
 * @param rejects rows of raw files that were refused and are not among the predictions
 * @param predictions number of predictions
 * @param labelled predictions whose answers are known
 * @param exactAccuracy share of these that is right in every labelled token
 * @param cellAccuracy share of labelled tokens that are right
 * @param exactAccuracyByStep share of right examples after 1, 2, … supervision steps of the first
 *     rollout
 * @param cellAccuracyByStep share of labelled tokens that are right, likewise
 * @param search how answers were searched for, and what that took
 * @param files names of the Arrow files, in order
 * @param fileSha256 of each of them
 * @param csvSha256 of {@code predictions.csv}
 */
public record PredictionSummary(
    int formatVersion,
    String task,
    String checkpoint,
    String weights,
    long step,
    String datasetSha256,
    String split,
    long rejects,
    long predictions,
    long labelled,
    double exactAccuracy,
    double cellAccuracy,
    List<Double> exactAccuracyByStep,
    List<Double> cellAccuracyByStep,
    SearchReport search,
    List<String> files,
    List<String> fileSha256,
    String csvSha256)
    implements Serializable {
  /** Name of the file of predictions as lines. */
  public static final String CSV_FILE = "predictions.csv";

  /** Name of the summary itself. */
  public static final String JSON_FILE = "predictions.json";

  static final int FORMAT_VERSION = 1;

  public PredictionSummary {
    exactAccuracyByStep = List.copyOf(exactAccuracyByStep);
    cellAccuracyByStep = List.copyOf(cellAccuracyByStep);
    files = List.copyOf(files);
    fileSha256 = List.copyOf(fileSha256);
  }

  /** A summary without figures. */
  static PredictionSummary template(
      String task,
      String checkpoint,
      String weights,
      long step,
      String datasetSha256,
      String split,
      long rejects,
      SearchReport search) {
    return new PredictionSummary(
        FORMAT_VERSION,
        task,
        checkpoint,
        weights,
        step,
        datasetSha256,
        split,
        rejects,
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        search,
        List.of(),
        List.of(),
        "");
  }

  /** The same with the figures of all predictions. */
  PredictionSummary with(
      SearchCounts counts,
      List<String> arrowFiles,
      List<String> sha256OfFiles,
      String sha256OfCsv) {
    StepCounts bySteps = counts.firstRollout();
    int steps = bySteps.exactByStep().size();
    return new PredictionSummary(
        formatVersion,
        task,
        checkpoint,
        weights,
        step,
        datasetSha256,
        split,
        rejects,
        counts.examples(),
        counts.labelled(),
        counts.exactAccuracy(),
        counts.tokenAccuracy(),
        IntStream.rangeClosed(1, steps).mapToObj(bySteps::exactAccuracy).toList(),
        IntStream.rangeClosed(1, steps).mapToObj(bySteps::tokenAccuracy).toList(),
        search.with(counts),
        arrowFiles,
        sha256OfFiles,
        sha256OfCsv);
  }
}
