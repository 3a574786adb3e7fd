package org.tinyrecursive.modeltf.graph;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.WeightSource;
import org.tinyrecursive.modeltf.loss.TokenScores;
import org.tinyrecursive.modeltf.model.ForwardOutput;
import org.tinyrecursive.modeltf.model.Latents;
import org.tinyrecursive.modeltf.model.TinyRecursiveModel;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;

/**
 * A supervision step without training, with a carry of its own in the graph: every row begins anew
 * or goes on from where it was.
 *
 * @param <T> number format of the forward pass
 */
final class EvaluationGraph<T extends TFloating> {
  /** Prefix of the carry's names; these variables are not part of a checkpoint. */
  static final String PREFIX = "evaluation.";

  /** Values that {@link #addStep} fetches. */
  static final int FETCHED = 3;

  private final int maxSteps;
  private final BatchFeed batch;
  private final int rows;
  private final Placeholder<TBool> fresh;
  private final Optional<LatentNoise> noise;
  private final Op keep;
  private final ForwardOutput<T> output;
  private final TokenScores scores;
  private final Operand<TFloat64> lmLoss;

  /** A graph without noise. */
  EvaluationGraph(
      Ops tf,
      ModelVariables variables,
      WeightSource weights,
      Class<T> dtype,
      ModelConfig config,
      BatchFeed batch,
      EvaluationCarry<T> carry) {
    this(tf, variables, weights, dtype, config, batch, carry, Optional.empty());
  }

  /**
   * @param carry variables that hold the latents between the steps of a batch
   * @param noise on the latents before every step; empty: there is never any
   */
  EvaluationGraph(
      Ops tf,
      ModelVariables variables,
      WeightSource weights,
      Class<T> dtype,
      ModelConfig config,
      BatchFeed batch,
      EvaluationCarry<T> carry,
      Optional<LatentNoise> noise) {
    this.batch = batch;
    this.noise = noise;
    rows = Math.toIntExact(batch.inputs().shape().get(0));
    maxSteps = config.haltMaxSteps();
    fresh = tf.placeholder(TBool.class, Placeholder.shape(Shape.of(rows)));
    Computation<T> c = new Computation<>(tf, dtype, weights);
    TinyRecursiveModel<T> model = new TinyRecursiveModel<>(c, config, variables.data());
    Latents<T> begun = carry.begin(fresh, c);
    Latents<T> latents = noise.map(n -> n.addTo(begun, dtype)).orElse(begun);
    Operand<TFloat32> puzzleRows =
        variables.puzzleTable().map(table -> table.gather(batch.puzzleIds())).orElse(null);
    output = model.forward(latents, batch.inputs(), puzzleRows);
    scores = TokenScores.of(tf, config.loss(), output.logits(), batch.labels());
    lmLoss = tf.reduceSum(scores.lmLoss(), tf.constant(0));
    keep = tf.withControlDependencies(carry.keep(output.latents())).noOp();
  }

  /** The output of one step, to be fetched by tests. */
  ForwardOutput<T> output() {
    return output;
  }

  /**
   * Makes one step with the rows that {@link BatchFeed#fill} was given last. Losses are not
   * computed, so labels do not matter.
   */
  StepAnswers step(Session session, RowStarts starts) {
    try (TBool isFresh = TBool.tensorOf(NdArrays.vectorOf(starts.fresh()));
        Result result =
            feed(session.runner(), isFresh, starts)
                .fetch(scores.predictions())
                .fetch(output.qHalt())
                .addTarget(keep)
                .run()) {
      return new StepAnswers(
          TensorTransfer.ints(result.get(0)), TensorTransfer.floats(result.get(1)));
    }
  }

  /** Steps that every row makes in an evaluation. */
  int maxSteps() {
    return maxSteps;
  }

  /** Rows of every batch. */
  int rows() {
    return rows;
  }

  /** Takes the rows of a batch that begin at {@code from}. */
  void fill(Batch examples, int from) {
    batch.fill(examples, from);
  }

  /** Adds a step to a run, with the {@value #FETCHED} values that {@link StepOutput} has. */
  void addStep(Session.Runner runner, TBool isFresh, RowStarts starts) {
    feed(runner, isFresh, starts)
        .fetch(scores.predictions())
        .fetch(output.qHalt())
        .fetch(lmLoss)
        .addTarget(keep);
  }

  private Session.Runner feed(Session.Runner runner, TBool isFresh, RowStarts starts) {
    batch.feed(runner).feed(fresh, isFresh);
    noise.ifPresent(
        n -> {
          n.fill(starts);
          n.feed(runner);
        });
    return runner;
  }
}
