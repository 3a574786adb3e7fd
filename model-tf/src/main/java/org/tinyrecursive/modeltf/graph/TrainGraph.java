package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;

/**
 * An optimizer step: passes over the rows of the global batch, then updates. A single pass makes
 * its updates itself; of several, each adds to the sums of gradients.
 *
 * @param <T> number format of the forward pass
 */
final class TrainGraph<T extends TFloating> {
  static final String FIRST_MOMENT = "adam.m.";
  static final String SECOND_MOMENT = "adam.v.";
  static final String PUZZLE_TABLE = "puzzle_emb.weights";

  private final Map<Integer, StepGraph<T>> passes = new TreeMap<>();
  private final Map<Integer, Op> ops = new HashMap<>();
  private final Optional<Op> update;

  TrainGraph(
      Graph graph,
      Ops tf,
      ModelVariables variables,
      Class<T> dtype,
      Recipe recipe,
      BatchFeed batch,
      RowFeed rows,
      StepFeed feed) {
    int batchSize = recipe.train().globalBatchSize();
    boolean single = recipe.memory().microBatchSize() == batchSize;
    ActState<T> state =
        new ActState<>(tf, variables.store(), dtype, batchSize, recipe.model(), variables.data());
    Updates updates = new Updates(tf, variables, recipe, feed);
    for (int thirds : depths(recipe.recursion())) {
      passes.put(
          thirds,
          new StepGraph<>(
              graph,
              tf,
              "gradients_" + thirds,
              variables,
              dtype,
              recipe.model().withThirdsOfCycles(thirds),
              recipe,
              state,
              batch,
              rows));
    }
    if (single) {
      update = Optional.empty();
      passes.forEach(
          (thirds, pass) ->
              ops.put(
                  thirds,
                  together(
                      tf,
                      updates.apply(pass.gradients(), pass.probe().begun().puzzleIds()),
                      pass.keep())));
    } else {
      GradientSums sums = new GradientSums(tf, variables, batchSize);
      update = Optional.of(together(tf, updates.apply(sums.read(), state.puzzleIds()), List.of()));
      passes.forEach(
          (thirds, pass) ->
              ops.put(thirds, together(tf, sums.add(pass.gradients(), rows), pass.keep())));
    }
  }

  private static List<Integer> depths(RecursionConfig recursion) {
    return recursion.isCurriculum() ? List.of(1, 2, 3) : List.of(RecursionConfig.ALL_THIRDS);
  }

  private static Op together(Ops tf, List<Op> some, List<Op> others) {
    List<Op> all = new ArrayList<>(some);
    all.addAll(others);
    return tf.withControlDependencies(all).noOp();
  }

  /** The operation of a pass. */
  Op pass(int thirds) {
    return ops.get(thirds);
  }

  /** What follows the passes of a step; empty where the only pass does it all. */
  Optional<Op> update() {
    return update;
  }

  /** What can be fetched beside a pass. */
  StepGraph.Probe<T> probe(int thirds) {
    return passes.get(thirds).probe();
  }
}
