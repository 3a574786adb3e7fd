package org.tinyrecursive.modeltf.train;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.transforms.dataset.Split;

/** Scores a model on the first examples of a split, every row from a fresh carry. */
public final class SplitEvaluation {
  private SplitEvaluation() {}

  /** A model that runs a batch, calling back after each of its supervision steps. */
  @FunctionalInterface
  public interface Model {
    /** Runs a batch from a fresh carry; {@code eachStep} is called halt_max_steps times. */
    void evaluate(Batch batch, Consumer<StepOutput> eachStep);
  }

  /**
   * A score and what it is of.
   *
   * @param examples examples with labels
   * @param scores means over these
   */
  public record Result(long examples, Scores scores) {}

  /**
   * Evaluates in the order of the split; the last batch is padded.
   *
   * @param shape of the model's data, which the split's tokens fit
   * @param batchSize rows of every batch
   * @param examples how many, from the first on; 1 to those of the split
   * @param progress receives the number of examples done, after each batch
   */
  public static Result run(
      Model model,
      Split split,
      DataShape shape,
      int batchSize,
      int examples,
      IntConsumer progress) {
    ScoreSums sums = new ScoreSums();
    try (BatchReader reader = BatchReader.of(split, shape)) {
      Batch buffer = reader.allocate(batchSize);
      for (int first = 0; first < examples; first += batchSize) {
        Batch batch = reader.fillInOrder(buffer, first, Math.min(batchSize, examples - first));
        int[] supervisionStep = {0};
        model.evaluate(batch, output -> sums.add(supervisionStep[0]++, batch, output));
        progress.accept(first + batch.filled());
      }
    }
    return new Result(sums.examples(), sums.scores());
  }
}
