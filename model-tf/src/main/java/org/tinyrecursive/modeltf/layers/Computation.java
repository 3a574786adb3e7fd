package org.tinyrecursive.modeltf.layers;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TNumber;

/**
 * One forward computation: its operations, its number format, and its weights, cast once each.
 *
 * @param <T> number format of the forward pass
 */
public final class Computation<T extends TFloating> {
  private final Ops tf;
  private final Class<T> dtype;
  private final WeightSource weights;
  private final Trace<T> trace = new Trace<>();
  private final Map<String, Operand<T>> cast = new HashMap<>();

  public Computation(Ops tf, Class<T> dtype, WeightSource weights) {
    this.tf = tf;
    this.dtype = dtype;
    this.weights = weights;
  }

  /** The operations of the graph. */
  public Ops tf() {
    return tf;
  }

  /** A weight in the forward format; the master copy stays float32. */
  public Operand<T> weight(String name) {
    return cast.computeIfAbsent(name, n -> forward(weights.weight(n)));
  }

  /** A scalar in the forward format. */
  public Operand<T> scalar(double value) {
    return forward(tf.constant((float) value));
  }

  /** a + b of latents. */
  public Operand<T> add(Operand<T> a, Operand<T> b) {
    Operand<T> sum = tf.math.add(a, b);
    trace.record(new Trace.Sum<>(a, b, sum));
    return sum;
  }

  /** block(input). */
  Operand<T> apply(Block<T> block, Operand<T> input) {
    Operand<T> output = block.apply(input);
    trace.record(new Trace.Applied<>(block, input, output));
    return output;
  }

  /** What was done to latents so far. */
  public Trace<T> trace() {
    return trace;
  }

  /** Casts to the forward format. */
  public Operand<T> forward(Operand<? extends TNumber> x) {
    return as(x, dtype);
  }

  /** Casts to float32, for what must not lose precision: norms, rotations, halting. */
  public Operand<TFloat32> precise(Operand<? extends TNumber> x) {
    return as(x, TFloat32.class);
  }

  @SuppressWarnings("unchecked") // the type was just compared
  private <N extends TNumber> Operand<N> as(Operand<? extends TNumber> x, Class<N> type) {
    return x.type().equals(type) ? (Operand<N>) x : tf.dtypes.cast(x, type);
  }
}
