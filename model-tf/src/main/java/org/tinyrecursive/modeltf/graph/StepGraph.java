package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.loss.ActLoss;
import org.tinyrecursive.modeltf.loss.ActLoss.ContinueTarget;
import org.tinyrecursive.modeltf.loss.TokenScores;
import org.tinyrecursive.modeltf.model.ForwardOutput;
import org.tinyrecursive.modeltf.model.Latents;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.model.TinyRecursiveModel;

/**
 * One pass over rows of the global batch: begin them, forward, loss, gradients, keep the carry.
 *
 * @param <T> number format of the forward pass
 */
final class StepGraph<T extends TFloating> {
  private final Graph graph;
  private final Ops tf;
  private final String name;
  private final ModelVariables variables;
  private final Recipe recipe;
  private final Computation<T> c;
  private final List<Op> keep;
  private final Gradients gradients;
  private final Probe<T> probe;

  /**
   * @param name prefix of its gradients in the graph, used once
   * @param model architecture, with the cycles of this pass
   */
  StepGraph(
      Graph graph,
      Ops tf,
      String name,
      ModelVariables variables,
      Class<T> dtype,
      ModelConfig model,
      Recipe recipe,
      ActState<T> state,
      BatchFeed batch,
      RowFeed rows) {
    this.graph = graph;
    this.tf = tf;
    this.name = name;
    this.variables = variables;
    this.recipe = recipe;
    Parameters raw = variables.raw();
    c = new Computation<>(tf, dtype, raw);
    TinyRecursiveModel<T> network = new TinyRecursiveModel<>(c, model, variables.data());
    ActState.Begun<T> begun = state.begin(batch, rows.indices(), raw);
    Optional<Operand<TFloat32>> puzzleRows =
        variables.puzzleTable().map(table -> table.gather(begun.puzzleIds()));
    Operand<TFloat32> rowsOrNone = puzzleRows.orElse(null);
    ForwardOutput<T> output = network.forward(begun.latents(), begun.inputs(), rowsOrNone);
    Operand<TInt32> steps = tf.math.add(begun.steps(), tf.constant(1));

    Halting halting = new Halting(tf, model);
    Operand<TBool> halted = halting.halted(output, steps, rows.minSteps());
    Latents<T> carry = output.latents().detach(tf);
    Optional<ContinueTarget> target =
        !model.learnsContinue() || !halting.isAdaptive()
            ? Optional.empty()
            : halting.continueTarget(
                output, steps, network.forward(carry, begun.inputs(), rowsOrNone));
    TokenScores scores = TokenScores.of(tf, model.loss(), output.logits(), begun.labels());
    double decay = recipe.recursion().supervisionDecay();
    ActLoss loss = ActLoss.of(tf, scores, output.qHalt(), target, halted, steps, decay);

    gradients = gradients(loss.total(), output, puzzleRows);
    keep = state.keep(rows.indices(), begun, carry, steps, halted);
    probe = new Probe<>(begun, output, scores, loss.metrics(), gradients.all());
  }

  /** Of total / global batch size. */
  private Gradients gradients(
      Operand<TFloat64> total, ForwardOutput<T> output, Optional<Operand<TFloat32>> puzzleRows) {
    Operand<TFloat64> seed = tf.constant(1.0 / recipe.train().globalBatchSize());
    List<Operand<TFloat32>> sources = new ArrayList<>();
    List<ParameterSpec> dense = variables.specs(Role.DENSE);
    dense.forEach(spec -> sources.add(variables.raw().weight(spec.name())));
    puzzleRows.ifPresent(sources::add);
    Output<?>[] computed =
        recipe.memory().recompute() == Recompute.BLOCKS
            ? recomputed(total, seed, output, sources, dense)
            : Gradients.between(graph, name, List.of(total), sources, List.of(seed));
    return Gradients.of(computed, dense.size());
  }

  /**
   * Loss → answer and heads; answer → input and blocks' weights; those → embeddings and weights.
   */
  @SuppressWarnings("unchecked") // a gradient has the type of its source
  private Output<?>[] recomputed(
      Operand<TFloat64> total,
      Operand<TFloat64> seed,
      ForwardOutput<T> output,
      List<Operand<TFloat32>> sources,
      List<ParameterSpec> dense) {
    Output<?>[] result = new Output<?>[sources.size()];
    List<Integer> heads = new ArrayList<>();
    List<Operand<?>> read = new ArrayList<>(List.of(output.answer()));
    for (int i = 0; i < dense.size(); i++) {
      if (TinyRecursiveModel.isHead(dense.get(i).name())) {
        heads.add(i);
        read.add(sources.get(i));
      }
    }
    Output<?>[] ofRead =
        Gradients.between(graph, name + "_heads", List.of(total), read, List.of(seed));
    for (int i = 0; i < heads.size(); i++) {
      result[heads.get(i)] = ofRead[i + 1];
    }

    Recomputation<T> blocks = new Recomputation<>(graph, tf, name);
    blocks.run(c.trace(), output.answer(), (Output<T>) ofRead[0]);

    List<Operand<?>> y = new ArrayList<>(List.of(output.embedded()));
    List<Operand<?>> dy = new ArrayList<>(List.of(blocks.at(output.embedded())));
    for (Map.Entry<Output<?>, Operand<T>> weight : blocks.weights().entrySet()) {
      int raw = indexOf(weight.getKey(), sources);
      if (raw >= 0) {
        // A block uses this one as it is: nothing is between.
        result[raw] = weight.getValue().asOutput();
      } else {
        y.add(weight.getKey());
        dy.add(weight.getValue());
      }
    }
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < result.length; i++) {
      if (result[i] == null) {
        rest.add(i);
      }
    }
    Output<?>[] ofRest =
        Gradients.between(
            graph, name + "_weights", y, rest.stream().map(sources::get).toList(), dy);
    for (int i = 0; i < ofRest.length; i++) {
      result[rest.get(i)] = ofRest[i];
    }
    return result;
  }

  private static int indexOf(Output<?> weight, List<Operand<TFloat32>> sources) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).asOutput().equals(weight)) {
        return i;
      }
    }
    return -1;
  }

  /** What keeps the carry for the next step. */
  List<Op> keep() {
    return keep;
  }

  /** Of the rows of this pass, divided by the global batch size. */
  Gradients gradients() {
    return gradients;
  }

  /** What can be fetched beside it. */
  Probe<T> probe() {
    return probe;
  }

  /**
   * The values of a pass.
   *
   * @param begun the rows it worked on
   * @param output of the forward pass
   * @param scores of the logits
   * @param metrics [9], see {@link ActLoss#metrics()}
   * @param gradients of the dense parameters in order, then of the gathered puzzle rows
   * @param <T> number format of the forward pass
   */
  record Probe<T extends TFloating>(
      ActState.Begun<T> begun,
      ForwardOutput<T> output,
      TokenScores scores,
      Operand<TFloat64> metrics,
      List<Operand<TFloat32>> gradients) {}
}
