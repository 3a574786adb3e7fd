package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/**
 * An optimizer step: passes of all replicas over the rows of the batch, then updates. A single pass
 * makes its updates itself; of several, each adds to the sums of gradients.
 *
 * @param <T> number format of the forward pass
 */
final class TrainGraph<T extends TFloating> {
  static final String FIRST_MOMENT = "adam.m.";
  static final String SECOND_MOMENT = "adam.v.";
  static final String PUZZLE_TABLE = "puzzle_emb.weights";

  private final Ops tf;
  private final List<Replica<T>> replicas;
  private final FusedGradients fused;
  private final Map<Integer, Op> passes = new HashMap<>();
  private final Map<Integer, Operand<TFloat64>> metrics = new HashMap<>();
  private final Map<Integer, SharedGradients.Local> local = new HashMap<>();
  private final boolean single;
  private final Optional<Op> update;

  /**
   * @param tf operations of the device that has the weights
   * @param partition which rows are whose
   * @param shared what other workers found; empty where there are none
   */
  TrainGraph(
      Ops tf,
      ModelVariables variables,
      Recipe recipe,
      Partition partition,
      List<Replica<T>> replicas,
      StepFeed feed,
      Optional<SharedGradients> shared) {
    this.tf = tf;
    this.replicas = List.copyOf(replicas);
    fused = new FusedGradients(tf, variables.specs(Role.DENSE));
    Updates updates = new Updates(tf, variables, recipe, feed);
    single = recipe.memory().microBatchSize() == partition.share();
    boolean atOnce = single && shared.isEmpty();
    for (int thirds : replicas.get(0).depths()) {
      List<Op> changes = new ArrayList<>();
      replicas.forEach(replica -> changes.addAll(replica.changes(thirds)));
      if (atOnce) {
        changes.addAll(updates.apply(gradients(thirds), puzzleIds(thirds)));
      }
      passes.put(thirds, together(changes));
      List<Operand<TFloat64>> counted = new ArrayList<>();
      replicas.forEach(replica -> counted.add(replica.pass(thirds).probe().metrics()));
      metrics.put(thirds, counted.size() == 1 ? counted.get(0) : tf.math.addN(counted));
    }
    int any = RecursionConfig.ALL_THIRDS;
    if (shared.isPresent()) {
      for (int thirds : replicas.get(0).depths()) {
        local.put(
            thirds,
            new SharedGradients.Local(flat(thirds), puzzleIds(thirds), fused.rows(all(thirds))));
      }
      SharedGradients all = shared.get();
      Gradients sums = new Gradients(fused.split(all.sum()), all.rows());
      update = Optional.of(together(updates.apply(sums, all.ids())));
    } else {
      update =
          atOnce
              ? Optional.empty()
              : Optional.of(together(updates.apply(gradients(any), puzzleIds(any))));
    }
  }

  private Op together(List<Op> changes) {
    return tf.withControlDependencies(changes).noOp();
  }

  /** Of all rows here, divided by the size of the batch. */
  private Gradients gradients(int thirds) {
    List<Gradients> all = all(thirds);
    return all.size() == 1 ? all.get(0) : new Gradients(fused.split(flat(thirds)), fused.rows(all));
  }

  private List<Gradients> all(int thirds) {
    return replicas.stream().map(replica -> replica.gradients(thirds)).toList();
  }

  /** The sum over the replicas of all dense gradients, in a row. */
  private Operand<TFloat32> flat(int thirds) {
    List<Operand<TFloat32>> flat = new ArrayList<>();
    for (Replica<T> replica : replicas) {
      flat.add(FusedGradients.flat(replica.tf(), replica.gradients(thirds).dense()));
    }
    return fused.sum(flat);
  }

  /** Puzzles of all rows here. */
  private Operand<TInt32> puzzleIds(int thirds) {
    List<Operand<TInt32>> all = replicas.stream().map(r -> r.puzzleIds(thirds)).toList();
    return all.size() == 1 ? all.get(0) : tf.concat(all, tf.constant(0));
  }

  /** The operation of a pass. */
  Op pass(int thirds) {
    return passes.get(thirds);
  }

  /** [9] sums over the rows of a pass, see {@link org.tinyrecursive.modeltf.loss.ActLoss}. */
  Operand<TFloat64> metrics(int thirds) {
    return metrics.get(thirds);
  }

  /** Whether a device has all its rows in one pass. */
  boolean isSingle() {
    return single;
  }

  /** What other workers need: of the only pass, or in a run of its own after several. */
  SharedGradients.Local local(int thirds) {
    return local.get(thirds);
  }

  /** What follows the passes of a step; empty where the only pass does it all. */
  Optional<Op> update() {
    return update;
  }
}
