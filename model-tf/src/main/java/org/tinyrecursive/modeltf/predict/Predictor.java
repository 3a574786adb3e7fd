package org.tinyrecursive.modeltf.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.InferenceEngine;
import org.tinyrecursive.modeltf.graph.InferenceEngine.Noise;
import org.tinyrecursive.modeltf.graph.RowStarts;
import org.tinyrecursive.modeltf.graph.StepAnswers;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/** A trained model loaded from a checkpoint. Not safe for use by several threads at once. */
public final class Predictor implements AutoCloseable {
  private final Checkpoint checkpoint;
  private final int batchSize;
  private final InferenceEngine engine;

  private Predictor(Checkpoint checkpoint, int batchSize, InferenceEngine engine) {
    this.checkpoint = checkpoint;
    this.batchSize = batchSize;
    this.engine = engine;
  }

  /**
   * Loads a model.
   *
   * @param path a checkpoint's folder, or a run's, whose best checkpoint is taken
   * @param weights EMA where the run kept an average, else RAW
   * @param batchSize rows of every batch, 1 and above
   * @throws InputRefusedException if there is no whole checkpoint or it keeps no average
   */
  public static Predictor load(Path path, WeightSet weights, int batchSize, Compute compute)
      throws IOException {
    return load(path, weights, batchSize, compute, Noise.NONE);
  }

  /**
   * Loads a model whose rows may get noise.
   *
   * @param noise whether {@link #step} may be asked for noise
   * @throws InputRefusedException as {@link #load(Path, WeightSet, int, Compute)}
   */
  public static Predictor load(
      Path path, WeightSet weights, int batchSize, Compute compute, Noise noise)
      throws IOException {
    Checkpoint checkpoint = Checkpoint.load(path);
    Map<String, NamedTensor> values = new HashMap<>();
    checkpoint.loadModel().forEach(t -> values.put(t.name(), t));
    if (weights == WeightSet.EMA) {
      if (!checkpoint.state().recipe().train().ema()) {
        throw new InputRefusedException(
            checkpoint.folder() + " was trained with train.ema false; use --weights raw");
      }
      // Only dense weights are averaged; puzzle table and initial vectors stay.
      checkpoint.loadEma().forEach(t -> values.put(t.name(), t));
    }
    InferenceEngine engine =
        InferenceEngine.create(
            checkpoint.state().recipe().model(),
            checkpoint.state().dataShape(),
            batchSize,
            compute,
            noise,
            values,
            checkpoint.folder().toString());
    return new Predictor(checkpoint, batchSize, engine);
  }

  /** Where the model comes from. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** Sizes of the examples it understands. */
  public DataShape data() {
    return checkpoint.state().dataShape();
  }

  /** Rows of every batch. */
  public int batchSize() {
    return batchSize;
  }

  /** Supervision steps that it was trained for. */
  public int haltMaxSteps() {
    return checkpoint.state().recipe().model().haltMaxSteps();
  }

  /** Whether puzzles have an embedding of their own, so that their identifiers matter. */
  public boolean hasPuzzleEmbedding() {
    return checkpoint.state().recipe().model().hasPuzzleEmbedding();
  }

  /** Makes one supervision step with every row; labels do not matter. */
  public StepAnswers step(Batch batch, RowStarts starts) {
    return engine.step(batch, starts);
  }

  /** Runs a batch from a fresh carry; {@code eachStep} is called halt_max_steps times. */
  public void evaluate(Batch batch, Consumer<StepOutput> eachStep) {
    engine.evaluate(batch, eachStep);
  }

  @Override
  public void close() {
    engine.close();
  }
}
