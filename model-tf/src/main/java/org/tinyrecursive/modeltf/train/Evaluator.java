package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import org.tinyrecursive.modeltf.config.DataShape;

/** Runs a model over a split, in order, every row from a fresh carry for halt_max_steps steps. */
final class Evaluator {
  private final TrainEngine engine;
  private final PuzzleSource source;
  private final DataShape shape;
  private final int examples;
  private final StopSignal stop;

  /**
   * An evaluator of the first examples of a split.
   *
   * @param maxExamples most examples; 0: all
   */
  Evaluator(
      TrainEngine engine, PuzzleSource source, DataShape shape, int maxExamples, StopSignal stop) {
    this.engine = engine;
    this.source = source;
    this.shape = shape;
    this.stop = stop;
    examples =
        maxExamples == 0 ? source.exampleCount() : Math.min(maxExamples, source.exampleCount());
  }

  /** Examples of one evaluation. */
  int examples() {
    return examples;
  }

  /** Scores raw and averaged weights; empty where a stop was requested before the end. */
  Optional<Evaluation> evaluate(long step, double epoch, Averaging averaging) {
    long start = System.nanoTime();
    ScoreSums raw = new ScoreSums();
    ScoreSums ema = new ScoreSums();
    try (BatchReader reader = new BatchReader(source, shape)) {
      Batch buffer = reader.allocate(engine.evaluationRows());
      for (int first = 0; first < examples; first += buffer.rows()) {
        if (stop.isRequested()) {
          return Optional.empty();
        }
        Batch batch = reader.fillInOrder(buffer, first, Math.min(buffer.rows(), examples - first));
        add(raw, batch, WeightSet.RAW);
        if (averaging == Averaging.KEPT) {
          add(ema, batch, WeightSet.EMA);
        }
      }
    }
    return Optional.of(
        new Evaluation(
            step,
            epoch,
            raw.examples(),
            raw.scores(),
            averaging == Averaging.KEPT ? Optional.of(ema.scores()) : Optional.empty(),
            (System.nanoTime() - start) / 1e9));
  }

  private void add(ScoreSums sums, Batch batch, WeightSet weights) {
    int[] supervisionStep = {0};
    engine.evaluate(weights, batch, output -> sums.add(supervisionStep[0]++, batch, output));
  }

  /** Whether the engine keeps an average of its weights. */
  enum Averaging {
    KEPT,
    NONE
  }
}
