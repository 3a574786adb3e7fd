package org.tinyrecursive.modeltf.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.graph.ModelVariables.Averaging;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.WeightSet;

/** A trained model without optimizer and gradients. Not safe for use by several threads at once. */
public final class InferenceEngine implements AutoCloseable {
  private final Graph graph;
  private final Session session;
  private final BatchFeed batch;
  private final Optional<LatentNoise> noise;
  private final EvaluationGraph<?> evaluation;

  private <T extends TFloating> InferenceEngine(
      ModelConfig config,
      DataShape data,
      int rows,
      Compute compute,
      Class<T> dtype,
      Noise noisy,
      Map<String, NamedTensor> weights,
      String origin) {
    graph = new Graph();
    Ops tf = Ops.create(graph);
    VariableStore store = new VariableStore(tf);
    ModelVariables variables = new ModelVariables(store, config, data, Averaging.NONE);
    batch = new BatchFeed(tf, rows, data.seqLen());
    EvaluationCarry<T> carry =
        EvaluationCarry.create(tf, store, dtype, config, rows, data.seqLen());
    noise = noisy == Noise.ON_LATENTS ? Optional.of(new LatentNoise(tf, rows)) : Optional.empty();
    evaluation =
        new EvaluationGraph<>(
            tf, variables, variables.weights(WeightSet.RAW), dtype, config, batch, carry, noise);
    session = new Session(graph, compute.session());
    store.load(session, weights, name -> variables.raw().contains(name), origin);
  }

  /** A model without noise. */
  public static InferenceEngine create(
      ModelConfig config,
      DataShape data,
      int rows,
      Compute compute,
      Map<String, NamedTensor> weights,
      String origin) {
    return create(config, data, rows, compute, Noise.NONE, weights, origin);
  }

  /** Whether rows may get noise, which costs time even where its scale is 0. */
  public enum Noise {
    NONE,
    ON_LATENTS
  }

  /**
   * A model with the given weights.
   *
   * @param rows rows B of every batch
   * @param noise whether {@link RowStarts} may ask for noise
   * @param weights by published name
   * @param origin where the weights come from, for messages
   * @throws org.tinyrecursive.transforms.InputRefusedException if a weight is missing or of another
   *     shape
   */
  public static InferenceEngine create(
      ModelConfig config,
      DataShape data,
      int rows,
      Compute compute,
      Noise noise,
      Map<String, NamedTensor> weights,
      String origin) {
    return new InferenceEngine(
        config, data, rows, compute, compute.dtype(config.forwardDtype()), noise, weights, origin);
  }

  /** Runs a batch from a fresh carry; {@code eachStep} is called halt_max_steps times. */
  public void evaluate(Batch examples, Consumer<StepOutput> eachStep) {
    new SharedEvaluation(List.of(evaluation)).run(session, examples, eachStep);
  }

  /**
   * Makes one supervision step with every row; labels do not matter.
   *
   * @param starts how each row begins it
   */
  public StepAnswers step(Batch examples, RowStarts starts) {
    batch.fill(examples);
    return evaluation.step(session, starts);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    batch.close();
    noise.ifPresent(LatentNoise::close);
  }
}
