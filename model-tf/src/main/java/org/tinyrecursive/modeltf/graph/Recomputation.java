package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.layers.Block;
import org.tinyrecursive.modeltf.layers.Trace;

/**
 * Backpropagation through a {@link Trace} that keeps only the inputs of blocks (Chen et al., 2016).
 * A block is computed again when the gradient of its output is known, not earlier: its input waits
 * for that gradient, and for the weight gradients of the block before.
 *
 * @param <T> number format of the forward pass
 */
final class Recomputation<T extends TFloating> {
  private final Graph graph;
  private final Ops tf;
  private final String name;
  private final Map<Output<?>, Operand<T>> pending = new HashMap<>();
  private final Map<Output<?>, Operand<T>> weights = new LinkedHashMap<>();
  private List<Op> done = List.of();
  private int count;

  /**
   * @param name prefix of what is added to the graph, used once
   */
  Recomputation(Graph graph, Ops tf, String name) {
    this.graph = graph;
    this.tf = tf;
    this.name = name;
  }

  /** Follows the trace backwards from the gradient of one value in it. */
  void run(Trace<T> trace, Operand<T> end, Operand<T> gradient) {
    add(pending, end, gradient);
    for (Trace.Step<T> step : trace.backwards()) {
      Operand<T> arrived = pending.remove(step.output().asOutput());
      if (arrived == null) {
        continue;
      }
      if (step instanceof Trace.Sum<T> sum) {
        add(pending, sum.a(), arrived);
        add(pending, sum.b(), arrived);
      } else if (step instanceof Trace.Applied<T> applied) {
        apply(applied, arrived);
      }
    }
  }

  /** The gradient that arrived at a value where the trace begins. */
  Operand<T> at(Operand<T> value) {
    return pending.get(value.asOutput());
  }

  /** Gradients of the blocks' weights, as the blocks hold them. */
  Map<Output<?>, Operand<T>> weights() {
    return weights;
  }

  @SuppressWarnings("unchecked") // a gradient has the type of its source
  private void apply(Trace.Applied<T> applied, Operand<T> arrived) {
    List<Op> before = new ArrayList<>(done);
    before.add(arrived);
    Block<T> block = applied.block();
    // Cut off: the weights also lie behind the input, in the blocks before.
    Operand<T> input = tf.withControlDependencies(before).stopGradient(applied.input());
    List<Operand<T>> sources = new ArrayList<>(List.of(input));
    sources.addAll(block.weights());
    Output<?>[] computed =
        Gradients.between(
            graph,
            name + "_block_" + count++,
            List.of(block.apply(input)),
            sources,
            List.of(arrived));
    add(pending, applied.input(), (Output<T>) computed[0]);
    List<Op> added = new ArrayList<>();
    for (int i = 1; i < computed.length; i++) {
      added.add(add(weights, sources.get(i), (Output<T>) computed[i]));
    }
    done = added;
  }

  private Operand<T> add(Map<Output<?>, Operand<T>> sums, Operand<T> to, Operand<T> gradient) {
    return sums.merge(to.asOutput(), gradient, (a, b) -> tf.math.add(a, b));
  }
}
