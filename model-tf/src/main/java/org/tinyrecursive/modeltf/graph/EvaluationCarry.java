package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.model.LatentSpec;
import org.tinyrecursive.modeltf.model.Latents;

/**
 * The latents between the steps of a batch without training.
 *
 * @param tf operations of the graph
 * @param specs the latents, in order
 * @param variables [B, L, D] each, in the same order
 * @param <T> number format of the forward pass
 */
record EvaluationCarry<T extends TFloating>(
    Ops tf, List<LatentSpec> specs, List<Variable<T>> variables) {

  static <T extends TFloating> EvaluationCarry<T> create(
      Ops tf, VariableStore store, Class<T> dtype, ModelConfig config, int rows, int seqLen) {
    long length = config.prefixLength() + (long) seqLen;
    List<Long> shape = List.of((long) rows, length, (long) config.hiddenSize());
    List<LatentSpec> specs = LatentSpec.of(config.variant());
    List<Variable<T>> variables = new ArrayList<>();
    for (LatentSpec spec : specs) {
      variables.add(store.create(EvaluationGraph.PREFIX + spec.name(), dtype, shape));
    }
    return new EvaluationCarry<>(tf, specs, variables);
  }

  /**
   * The first vectors where a row begins, else what {@link #keep} kept.
   *
   * @param fresh [B]
   */
  Latents<T> begin(Operand<TBool> fresh, Computation<T> c) {
    Operand<TBool> begins = tf.reshape(fresh, tf.constant(new long[] {fresh.shape().get(0), 1, 1}));
    List<Operand<T>> begun = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      begun.add(tf.select(begins, c.weight(specs.get(i).init()), variables.get(i).read()));
    }
    return new Latents<>(begun);
  }

  List<Op> keep(Latents<T> latents) {
    List<Op> kept = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      kept.add(variables.get(i).assign(latents.values().get(i)));
    }
    return kept;
  }
}
