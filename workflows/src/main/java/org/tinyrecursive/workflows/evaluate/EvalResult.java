package org.tinyrecursive.workflows.evaluate;

import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.train.Scores;
import org.tinyrecursive.modeltf.train.SplitEvaluation;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.statistics.WilsonInterval;

/**
 * What {@code trm eval} measured; keys of its JSON result. Accuracies run from 0 to 1.
 *
 * @param step optimizer steps of the checkpoint
 * @param datasetSha256 of the dataset's manifest
 * @param examples examples scored, those with labels
 * @param cellAccuracy of the averaged weights where they were scored, else of the raw ones
 * @param exactAccuracy likewise
 * @param raw scores of the weights as the optimizer left them; null where not asked for
 * @param ema scores of the averaged weights; null where not asked for or not kept
 * @param seconds loading included
 */
record EvalResult(
    String checkpoint,
    long step,
    String data,
    String datasetSha256,
    String split,
    long examples,
    double cellAccuracy,
    double exactAccuracy,
    Weights raw,
    Weights ema,
    double seconds) {

  /**
   * Scores of one set of weights, after the last supervision step where nothing else is said.
   *
   * @param exactAccuracyLow lower end of the 95 % Wilson interval
   * @param exactAccuracyHigh its upper end
   */
  record Weights(
      long exact,
      double exactAccuracy,
      double exactAccuracyLow,
      double exactAccuracyHigh,
      double cellAccuracy,
      double qHaltAccuracy,
      double lmLoss,
      List<Double> exactAccuracyByStep,
      List<Double> cellAccuracyByStep) {

    static Weights of(SplitEvaluation.Result result) {
      Scores scores = result.scores();
      long exact = Math.round(scores.exactAccuracy() * result.examples());
      WilsonInterval interval = WilsonInterval.of(exact, result.examples());
      return new Weights(
          exact,
          scores.exactAccuracy(),
          interval.low(),
          interval.high(),
          scores.cellAccuracy(),
          scores.qHaltAccuracy(),
          scores.lmLoss(),
          scores.exactAccuracyByStep(),
          scores.cellAccuracyByStep());
    }
  }

  static EvalResult of(
      Checkpoint model,
      Dataset dataset,
      String split,
      Map<WeightSet, SplitEvaluation.Result> scored,
      double seconds) {
    Weights raw = weights(scored.get(WeightSet.RAW));
    Weights ema = weights(scored.get(WeightSet.EMA));
    Weights exported = ema == null ? raw : ema;
    return new EvalResult(
        model.folder().toString(),
        model.state().step(),
        dataset.directory().toString(),
        dataset.manifest().sha256(),
        split,
        scored.values().iterator().next().examples(),
        exported.cellAccuracy(),
        exported.exactAccuracy(),
        raw,
        ema,
        seconds);
  }

  private static Weights weights(SplitEvaluation.Result result) {
    return result == null ? null : Weights.of(result);
  }
}
