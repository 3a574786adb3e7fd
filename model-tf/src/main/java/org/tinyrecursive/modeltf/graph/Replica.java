package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.train.Batch;

/**
 * The part of a training step that one device makes: passes over its share of the batch, with the
 * carry of these rows. Weights are read from where they are.
 *
 * @param <T> number format of the forward pass
 */
final class Replica<T extends TFloating> implements AutoCloseable {
  private final Ops tf;
  private final int firstRow;
  private final BatchFeed batch;
  private final RowFeed rows;
  private final ActState<T> state;
  private final Map<Integer, StepGraph<T>> passes = new TreeMap<>();
  private final Optional<GradientSums> sums;

  /**
   * @param tf operations of the device
   * @param device its place among the devices of this worker
   */
  Replica(
      Graph graph,
      Ops tf,
      ModelVariables variables,
      Class<T> dtype,
      Recipe recipe,
      Partition partition,
      int device) {
    this.tf = tf;
    firstRow = partition.firstRow(device);
    int share = partition.share();
    int passRows = recipe.memory().microBatchSize();
    String suffix = new RowShards(partition).suffix(device);
    VariableStore store = variables.store().on(tf, suffix);
    batch = new BatchFeed(tf, passRows, variables.data().seqLen());
    rows = new RowFeed(tf, passRows);
    state = new ActState<>(tf, store, dtype, share, recipe.model(), variables.data());
    for (int thirds : depths(recipe.recursion())) {
      passes.put(
          thirds,
          new StepGraph<>(
              graph,
              tf,
              "gradients_" + device + "_" + thirds,
              variables,
              dtype,
              recipe.model().withThirdsOfCycles(thirds),
              recipe,
              state,
              batch,
              rows));
    }
    sums =
        passRows == share
            ? Optional.empty()
            : Optional.of(new GradientSums(tf, store, variables, share));
  }

  private static List<Integer> depths(RecursionConfig recursion) {
    return recursion.isCurriculum() ? List.of(1, 2, 3) : List.of(RecursionConfig.ALL_THIRDS);
  }

  /** The depths there is a pass for, in thirds of the cycles. */
  Iterable<Integer> depths() {
    return passes.keySet();
  }

  Ops tf() {
    return tf;
  }

  BatchFeed batch() {
    return batch;
  }

  StepGraph<T> pass(int thirds) {
    return passes.get(thirds);
  }

  /** What a pass changes here: the carry, and the sums of gradients where there are several. */
  List<Op> changes(int thirds) {
    StepGraph<T> pass = pass(thirds);
    List<Op> changes = new ArrayList<>(pass.keep());
    sums.ifPresent(sum -> changes.addAll(sum.add(pass.gradients(), rows)));
    return changes;
  }

  /** Gradients of all rows here: of the only pass, or what the passes summed. */
  Gradients gradients(int thirds) {
    return sums.isPresent() ? sums.get().read() : pass(thirds).gradients();
  }

  /** Puzzle of every row, when {@link #gradients} is complete. */
  Operand<TInt32> puzzleIds(int thirds) {
    return sums.isPresent() ? state.puzzleIds() : pass(thirds).probe().begun().puzzleIds();
  }

  /**
   * Fills the feeds of a pass.
   *
   * @param examples the global batch
   * @param from the pass begins at this row of the share
   * @param leastSteps of the whole global batch
   */
  void prepare(Batch examples, int from, int[] leastSteps) {
    batch.fill(examples, firstRow + from);
    rows.fill(from, firstRow + from, leastSteps);
  }

  Session.Runner feed(Session.Runner runner) {
    return rows.feed(batch.feed(runner));
  }

  @Override
  public void close() {
    batch.close();
    rows.close();
  }
}
