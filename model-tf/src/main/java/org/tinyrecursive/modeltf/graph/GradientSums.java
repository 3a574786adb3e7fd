package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/**
 * Gradients of several passes, summed between them. They live within a step, not in checkpoints.
 */
final class GradientSums {
  /** Prefix of the variables' names. */
  static final String PREFIX = "sum.";

  private final Ops tf;
  private final List<Variable<TFloat32>> dense = new ArrayList<>();
  private final Optional<Variable<TFloat32>> puzzleRows;

  /**
   * @param store where they are kept
   * @param rows of all passes together
   */
  GradientSums(Ops tf, VariableStore store, ModelVariables variables, int rows) {
    this.tf = tf;
    for (ParameterSpec spec : variables.specs(Role.DENSE)) {
      dense.add(store.create(PREFIX + spec.name(), TFloat32.class, spec.shape()));
    }
    puzzleRows =
        variables
            .puzzleTable()
            .map(
                table ->
                    store.create(
                        PREFIX + "puzzle_emb.local",
                        TFloat32.class,
                        List.of((long) rows, table.shape().get(1))));
  }

  /** Adds a pass; the first of a step begins anew. */
  List<Op> add(Gradients pass, RowFeed rows) {
    List<Op> added = new ArrayList<>();
    for (int i = 0; i < dense.size(); i++) {
      Variable<TFloat32> sum = dense.get(i);
      Operand<TFloat32> gradient = pass.dense().get(i);
      added.add(sum.assign(tf.select(rows.first(), gradient, tf.math.add(sum.read(), gradient))));
    }
    puzzleRows.ifPresent(
        local -> added.add(local.scatter(rows.indices(), pass.puzzleRows().orElseThrow())));
    return added;
  }

  /** The sums so far. */
  Gradients read() {
    return new Gradients(
        dense.stream().<Operand<TFloat32>>map(Variable::read).toList(),
        puzzleRows.map(Variable::read));
  }
}
