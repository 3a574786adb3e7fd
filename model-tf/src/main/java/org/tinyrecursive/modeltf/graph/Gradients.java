package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/**
 * Gradients of a loss.
 *
 * @param dense of the dense parameters, in their order
 * @param puzzleRows of the gathered rows of the puzzle table; empty where there is none
 */
record Gradients(List<Operand<TFloat32>> dense, Optional<Operand<TFloat32>> puzzleRows) {
  Gradients {
    dense = List.copyOf(dense);
  }

  /** Splits gradients of the dense parameters, then of the puzzle rows where there are any. */
  @SuppressWarnings("unchecked") // a gradient has the type of its source
  static Gradients of(Output<?>[] computed, int denseCount) {
    List<Operand<TFloat32>> all = new ArrayList<>();
    for (Output<?> gradient : computed) {
      all.add((Output<TFloat32>) gradient);
    }
    return new Gradients(
        all.subList(0, denseCount),
        all.size() > denseCount ? Optional.of(all.get(denseCount)) : Optional.empty());
  }

  /** All of them, the puzzle rows last. */
  List<Operand<TFloat32>> all() {
    List<Operand<TFloat32>> all = new ArrayList<>(dense);
    puzzleRows.ifPresent(all::add);
    return all;
  }

  /** TensorFlow's own gradient: d Σ y·dy / dx. */
  static Output<?>[] between(
      Graph graph,
      String name,
      List<? extends Operand<?>> y,
      List<? extends Operand<?>> x,
      List<? extends Operand<?>> dy) {
    return graph.addGradients(name, outputs(y), outputs(x), outputs(dy));
  }

  private static Output<?>[] outputs(List<? extends Operand<?>> operands) {
    return operands.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
  }
}
