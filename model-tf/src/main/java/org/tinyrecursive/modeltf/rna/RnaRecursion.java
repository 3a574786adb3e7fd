package org.tinyrecursive.modeltf.rna;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;

/**
 * The recursion of trm-spec, "Forward", with blocks that know of pairs: H_cycles times { L_cycles
 * times { z_L = f(z_L, z_H + x) }; z_H = f(z_H, z_L) }. Gradients flow through the last H cycle.
 */
final class RnaRecursion {
  private final Ops tf;
  private final ModelConfig config;
  private final List<BiasedBlock> blocks = new ArrayList<>();
  private final Computation<TFloat32> c;

  RnaRecursion(Computation<TFloat32> c, ModelConfig config) {
    this.c = c;
    this.config = config;
    tf = c.tf();
    for (int layer = 0; layer < config.lLayers(); layer++) {
      blocks.add(
          new BiasedBlock(c, "L_level.layers." + layer, config.hiddenSize(), config.numHeads()));
    }
  }

  /**
   * The latents.
   *
   * @param high z_H, the answer, [B, L, D]
   * @param low z_L, [B, L, D]
   */
  record Latents(Operand<TFloat32> high, Operand<TFloat32> low) {
    Latents detached(Ops tf) {
      return new Latents(tf.stopGradient(high), tf.stopGradient(low));
    }
  }

  /** What a fresh row begins with, in the shape of the input. */
  Latents begin(Operand<TFloat32> x) {
    Operand<TFloat32> zeros = tf.zerosLike(x);
    return new Latents(
        tf.math.add(zeros, c.weight("H_init")), tf.math.add(zeros, c.weight("L_init")));
  }

  /**
   * One supervision step.
   *
   * @param x input of the recursion, [B, L, D]
   * @param biases of every layer's scores, [B, H, L, L] each
   * @param geometry [B, L, L, G]
   */
  Latents run(
      Latents begun,
      Operand<TFloat32> x,
      List<Operand<TFloat32>> biases,
      Operand<TFloat32> geometry) {
    Latents z = begun;
    for (int cycle = 0; cycle < config.hCycles(); cycle++) {
      z = z.detached(tf);
      Operand<TFloat32> low = z.low();
      for (int inner = 0; inner < config.lCycles(); inner++) {
        low = apply(tf.math.add(low, tf.math.add(z.high(), x)), biases, geometry);
      }
      z = new Latents(apply(tf.math.add(z.high(), low), biases, geometry), low);
    }
    return z;
  }

  private Operand<TFloat32> apply(
      Operand<TFloat32> h, List<Operand<TFloat32>> biases, Operand<TFloat32> geometry) {
    Operand<TFloat32> state = h;
    for (int layer = 0; layer < blocks.size(); layer++) {
      state = blocks.get(layer).apply(state, biases.get(layer), geometry);
    }
    return state;
  }
}
