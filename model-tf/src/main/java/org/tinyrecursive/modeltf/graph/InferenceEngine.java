package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
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

/**
 * A trained model without optimizer and gradients. Weights are on the first device; each device
 * evaluates an equal share of every batch. Not safe for use by several threads at once.
 */
public final class InferenceEngine implements AutoCloseable {
  private final Graph graph;
  private final Session session;
  private final List<BatchFeed> batches = new ArrayList<>();
  private final List<LatentNoise> noises = new ArrayList<>();
  private final List<EvaluationGraph<?>> evaluations = new ArrayList<>();

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
    Placement placement = new Placement(graph, compute);
    VariableStore store = new VariableStore(placement.on(0));
    ModelVariables variables = new ModelVariables(store, config, data, Averaging.NONE);
    RowShards shards = new RowShards(compute.partition(rows));
    int share = shards.partition().share();
    for (int device = 0; device < compute.devices().size(); device++) {
      Ops tf = placement.on(device);
      BatchFeed batch = new BatchFeed(tf, share, data.seqLen());
      batches.add(batch);
      EvaluationCarry<T> carry =
          EvaluationCarry.create(
              tf, store.on(tf, shards.suffix(device)), dtype, config, share, data.seqLen());
      Optional<LatentNoise> noise =
          noisy == Noise.ON_LATENTS ? Optional.of(new LatentNoise(tf, share)) : Optional.empty();
      noise.ifPresent(noises::add);
      evaluations.add(
          new EvaluationGraph<>(
              tf, variables, variables.weights(WeightSet.RAW), dtype, config, batch, carry, noise));
    }
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
   * @param rows rows B of every batch, all devices together
   * @param noise whether {@link RowStarts} may ask for noise
   * @param weights by published name
   * @param origin where the weights come from, for messages
   * @throws org.tinyrecursive.transforms.InputRefusedException if a weight is missing or of another
   *     shape, or the devices cannot share the rows evenly
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
    new SharedEvaluation(evaluations).run(session, examples, eachStep);
  }

  /**
   * Makes one supervision step with every row; labels do not matter.
   *
   * @param starts how each row begins it
   * @throws IllegalStateException if the model is on several devices
   */
  public StepAnswers step(Batch examples, RowStarts starts) {
    if (evaluations.size() > 1) {
      throw new IllegalStateException(
          "single steps are made on one device, this model is on " + evaluations.size());
    }
    batches.get(0).fill(examples);
    return evaluations.get(0).step(session, starts);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    batches.forEach(BatchFeed::close);
    noises.forEach(LatentNoise::close);
  }
}
