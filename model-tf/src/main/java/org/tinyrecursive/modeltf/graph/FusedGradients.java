package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.layers.Slices;
import org.tinyrecursive.modeltf.model.ParameterSpec;

/**
 * Sums the gradients of several devices. All dense ones travel in one tensor, so that a step costs
 * one transfer for each device, whatever the number of parameters.
 */
final class FusedGradients {
  private final Ops tf;
  private final List<ParameterSpec> dense;

  /**
   * @param tf operations of the device that has the sum
   * @param dense the dense parameters, in order
   */
  FusedGradients(Ops tf, List<ParameterSpec> dense) {
    this.tf = tf;
    this.dense = dense;
  }

  /** All dense gradients in a row: [values]. */
  static Operand<TFloat32> flat(Ops tf, List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> vectors = new ArrayList<>();
    gradients.forEach(gradient -> vectors.add(tf.reshape(gradient, tf.constant(new int[] {-1}))));
    return vectors.size() == 1 ? vectors.get(0) : tf.concat(vectors, tf.constant(0));
  }

  /** What {@link #flat} made, parameter by parameter. */
  List<Operand<TFloat32>> split(Operand<TFloat32> flat) {
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    int from = 0;
    for (ParameterSpec spec : dense) {
      int size = Math.toIntExact(spec.size());
      long[] shape = spec.shape().stream().mapToLong(Long::longValue).toArray();
      gradients.add(tf.reshape(Slices.take(tf, flat, 0, from, size), tf.constant(shape)));
      from += size;
    }
    return gradients;
  }

  /** The sum of the devices' flat gradients, in their order. */
  Operand<TFloat32> sum(List<Operand<TFloat32>> flat) {
    return flat.size() == 1 ? flat.get(0) : tf.math.addN(flat);
  }

  /** The rows of all devices, one after the other; empty where there are none. */
  Optional<Operand<TFloat32>> rows(List<Gradients> devices) {
    return devices.get(0).puzzleRows().isEmpty()
        ? Optional.empty()
        : Optional.of(
            devices.size() == 1
                ? devices.get(0).puzzleRows().get()
                : tf.concat(
                    devices.stream().map(d -> d.puzzleRows().orElseThrow()).toList(),
                    tf.constant(0)));
  }
}
