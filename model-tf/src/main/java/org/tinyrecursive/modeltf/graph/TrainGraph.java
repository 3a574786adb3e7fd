package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
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
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.loss.ActLoss;
import org.tinyrecursive.modeltf.loss.ActLoss.ContinueTarget;
import org.tinyrecursive.modeltf.loss.TokenScores;
import org.tinyrecursive.modeltf.model.ForwardOutput;
import org.tinyrecursive.modeltf.model.Latents;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.model.TinyRecursiveModel;
import org.tinyrecursive.modeltf.optim.SignSgd;

/**
 * One training step: begin rows, forward, loss, gradients, updates, keep the carry.
 *
 * @param <T> number format of the forward pass
 */
final class TrainGraph<T extends TFloating> {
  static final String FIRST_MOMENT = "adam.m.";
  static final String SECOND_MOMENT = "adam.v.";
  static final String PUZZLE_TABLE = "puzzle_emb.weights";

  private final Op train;
  private final Probe<T> probe;

  TrainGraph(
      Graph graph,
      Ops tf,
      ModelVariables variables,
      Class<T> dtype,
      Recipe recipe,
      BatchFeed batch,
      StepFeed feed) {
    int rows = recipe.train().globalBatchSize();
    Parameters raw = variables.raw();
    Computation<T> c = new Computation<>(tf, dtype, raw);
    TinyRecursiveModel<T> model = new TinyRecursiveModel<>(c, recipe.model(), variables.data());
    ActState<T> state =
        new ActState<>(tf, variables.store(), dtype, rows, recipe.model(), variables.data());

    ActState.Begun<T> begun = state.begin(batch, raw);
    Optional<Operand<TFloat32>> puzzleRows =
        variables
            .puzzleTable()
            .map(table -> tf.resourceGather(table.handle(), begun.puzzleIds(), TFloat32.class));
    Operand<TFloat32> rowsOrNone = puzzleRows.orElse(null);
    ForwardOutput<T> output = model.forward(begun.latents(), begun.inputs(), rowsOrNone);
    Operand<TInt32> steps = tf.math.add(begun.steps(), tf.constant(1));

    Halting halting = new Halting(tf, recipe.model());
    Operand<TBool> halted = halting.halted(output, steps, feed.minSteps());
    Latents<T> carry = output.latents().detach(tf);
    Optional<ContinueTarget> target =
        !recipe.model().learnsContinue() || !halting.isAdaptive()
            ? Optional.empty()
            : halting.continueTarget(
                output, steps, model.forward(carry, begun.inputs(), rowsOrNone));
    TokenScores scores = TokenScores.of(tf, recipe.model().loss(), output.logits(), begun.labels());
    ActLoss loss = ActLoss.of(tf, scores, output.qHalt(), target, halted, steps);

    List<ParameterSpec> dense = variables.specs(Role.DENSE);
    List<Output<?>> sources = new ArrayList<>();
    dense.forEach(spec -> sources.add(raw.weight(spec.name()).asOutput()));
    puzzleRows.ifPresent(p -> sources.add(p.asOutput()));
    List<Operand<TFloat32>> gradients = gradients(graph, tf, loss.total(), rows, sources);

    DenseUpdates updates =
        new DenseUpdates(
            tf,
            dense,
            raw,
            variables.average(),
            variables.store(),
            recipe.train(),
            feed.denseRates());
    List<Op> all = new ArrayList<>(updates.apply(gradients.subList(0, dense.size())));
    variables
        .puzzleTable()
        .ifPresent(
            table ->
                all.add(
                    new SignSgd(tf, feed.puzzleDecay(), feed.puzzleLr())
                        .update(table.handle(), begun.puzzleIds(), gradients.get(dense.size()))));
    all.addAll(state.keep(begun, carry, steps, halted));
    train = tf.withControlDependencies(all).noOp();
    probe = new Probe<>(begun, output, scores, loss.metrics(), gradients);
  }

  /** Of total / global batch size. */
  @SuppressWarnings("unchecked") // a gradient has the type of its source
  private static List<Operand<TFloat32>> gradients(
      Graph graph, Ops tf, Operand<TFloat64> total, int rows, List<Output<?>> sources) {
    Output<?>[] seed = {tf.constant(1.0 / rows).asOutput()};
    Output<?>[] y = {total.asOutput()};
    Output<?>[] computed =
        graph.addGradients("gradients", y, sources.toArray(new Output<?>[0]), seed);
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (Output<?> gradient : computed) {
      gradients.add((Output<TFloat32>) gradient);
    }
    return gradients;
  }

  /** The operation that makes the step. */
  Op train() {
    return train;
  }

  /** What can be fetched beside it. */
  Probe<T> probe() {
    return probe;
  }

  /**
   * The values of a step.
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
