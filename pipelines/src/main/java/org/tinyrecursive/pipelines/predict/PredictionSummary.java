package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
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
 * @param predictions number of predictions
 * @param exactAccuracy share that is right in every labelled token
 * @param exactAccuracyByStep the same after 1, 2, … supervision steps
 * @param cellAccuracyByStep share of labelled tokens that are right, likewise
 * @param files names of the Arrow files, in order
 */
public record PredictionSummary(
    int formatVersion,
    String task,
    String checkpoint,
    String weights,
    long step,
    String datasetSha256,
    String split,
    long predictions,
    double exactAccuracy,
    List<Double> exactAccuracyByStep,
    List<Double> cellAccuracyByStep,
    List<String> files)
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
  }

  /** The same with the figures of all predictions. */
  PredictionSummary with(StepCounts counts, List<String> arrowFiles) {
    int steps = counts.exactByStep().size();
    return new PredictionSummary(
        formatVersion,
        task,
        checkpoint,
        weights,
        step,
        datasetSha256,
        split,
        counts.examples(),
        counts.exactAccuracy(steps),
        IntStream.rangeClosed(1, steps).mapToObj(counts::exactAccuracy).toList(),
        IntStream.rangeClosed(1, steps).mapToObj(counts::tokenAccuracy).toList(),
        arrowFiles);
  }
}
