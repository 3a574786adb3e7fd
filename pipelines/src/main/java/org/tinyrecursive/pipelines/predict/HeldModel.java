package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.predict.Predictor;

/** Keeps the model of some settings loaded, so that pipelines of this process need not load it. */
public final class HeldModel implements AutoCloseable {
  private final ModelSource source;
  private final LoadedModel model;

  private HeldModel(ModelSource source, LoadedModel model) {
    this.source = source;
    this.model = model;
  }

  /**
   * Loads the model, where this process has not loaded it yet.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if there is no whole checkpoint
   */
  public static HeldModel load(PuzzlePredictSettings settings) throws IOException {
    ModelSource source = ModelSource.of(settings, Checkpoint.load(settings.checkpoint()));
    return new HeldModel(source, LoadedModel.acquire(source));
  }

  /** The model, to be used only while no pipeline runs. */
  public Predictor predictor() {
    return model.predictor();
  }

  @Override
  public void close() {
    LoadedModel.release(source);
  }
}
