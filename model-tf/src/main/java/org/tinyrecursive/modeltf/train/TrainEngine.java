package org.tinyrecursive.modeltf.train;

import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.checkpoint.ModelState;

/**
 * The model as the training loop sees it: weights, optimizer and carry live inside, one call makes
 * one optimizer step. Not safe for use by several threads.
 */
public interface TrainEngine extends AutoCloseable {
  /** Rows B of every training batch. */
  int batchSize();

  /** Rows of every batch to be evaluated. */
  default int evaluationRows() {
    return batchSize();
  }

  /**
   * One supervision step and one optimizer step. Rows that are halted take their example from the
   * batch; the others continue with their own.
   *
   * @param batch the next examples, {@link #batchSize()} rows
   * @param settings number and rates of this step
   */
  StepMetrics step(Batch batch, StepSettings settings);

  /**
   * Runs a batch from a fresh carry for halt_max_steps steps, without training. The training carry
   * is untouched.
   *
   * @param batch {@link #evaluationRows()} rows
   * @param eachStep called after every step, halt_max_steps times
   */
  void evaluate(WeightSet weights, Batch batch, Consumer<StepOutput> eachStep);

  /** A copy of all state, to be saved. */
  ModelState state();

  /**
   * Continues from a saved state.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a tensor is missing or of another
   *     shape; the message names both shapes
   */
  void restore(ModelState state);

  /** Devices that make a step together. */
  default int deviceCount() {
    return 1;
  }

  /** Trainable dense values, and values of the puzzle table. */
  List<ParameterCount> parameterCounts();

  @Override
  void close();

  /** A number of trainable values, reported apart: "dense" and "puzzle table". */
  record ParameterCount(String part, long values) {}
}
