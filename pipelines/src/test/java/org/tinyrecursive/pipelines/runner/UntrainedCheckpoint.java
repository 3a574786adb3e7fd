package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngine;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/** A tiny model's first weights, as a checkpoint: good enough to predict something with. */
public final class UntrainedCheckpoint {
  private UntrainedCheckpoint() {}

  /** Writes one that fits a dataset, and returns its folder. */
  public static Path write(Path store, Path dataset) throws IOException {
    DatasetManifest manifest = Dataset.open(dataset).manifest();
    DataShape shape = DataShape.of(manifest.tokens());
    try (TensorFlowEngine engine = TensorFlowEngine.create(recipe(), shape, Compute.allCores())) {
      return CheckpointStore.open(store, 1)
          .save(
              new TrainingState(
                  1,
                  0,
                  new DataCursor(0, 0),
                  recipe(),
                  shape,
                  manifest.sha256(),
                  0,
                  Optional.empty(),
                  PendingWork.NONE,
                  Map.of()),
              engine.state());
    }
  }

  private static Recipe recipe() {
    return new Recipe(
        "untrained",
        "for tests",
        new ModelConfig(
            8,
            2,
            1,
            1,
            1,
            1,
            true,
            PositionEncoding.NONE,
            8,
            1,
            2,
            0.1,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY),
        new TrainConfig(4, 1, 1, 0, 0, 1, 1e-2, 0.1, 4, 0.9, 0.95, 0.1, 1e-2, 0.1, true, 0.99, 7),
        new CurriculumConfig(0, 0, 0, 1));
  }
}
