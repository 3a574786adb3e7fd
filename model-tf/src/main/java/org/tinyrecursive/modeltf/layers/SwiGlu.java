package org.tinyrecursive.modeltf.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;

/**
 * down(silu(gate) ⊙ up) with [gate, up] = Linear(d → 2·inter) (Shazeer, 2020), over the last axis.
 *
 * @param <T> number format of the forward pass
 */
public final class SwiGlu<T extends TFloating> {
  private final Ops tf;
  private final Linear<T> gate;
  private final Linear<T> up;
  private final Linear<T> down;

  /**
   * @param name published prefix, such as {@code L_level.layers.0.mlp}
   */
  public SwiGlu(Computation<T> c, String name) {
    tf = c.tf();
    Linear<T> gateUp = new Linear<>(c, name + ".gate_up_proj.weight");
    int inter = gateUp.outputCount() / 2;
    gate = gateUp.outputs(0, inter);
    up = gateUp.outputs(inter, inter);
    down = new Linear<>(c, name + ".down_proj.weight");
  }

  /** Inner width: expansion · d · 2/3, rounded, then up to a multiple of 256. */
  public static int innerWidth(int width, double expansion) {
    long wanted = Math.round(expansion * width * 2 / 3);
    return (int) ((wanted + 255) / 256 * 256);
  }

  /** The weights as this layer uses them. */
  List<Operand<T>> weights() {
    return List.of(gate.weight(), up.weight(), down.weight());
  }

  /** [..., d] → [..., d]. */
  public Operand<T> apply(Operand<T> x) {
    Operand<T> g = gate.apply(x);
    Operand<T> silu = tf.math.mul(g, tf.math.sigmoid(g));
    return down.apply(tf.math.mul(silu, up.apply(x)));
  }
}
