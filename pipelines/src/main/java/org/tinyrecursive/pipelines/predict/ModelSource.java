package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.graph.InferenceEngine.Noise;
import org.tinyrecursive.modeltf.train.WeightSet;

/**
 * Which model a worker loads.
 *
 * @param checkpoint folder of the checkpoint itself, so that all workers take the same
 * @param weights which of its weights
 * @param batchSize rows of every batch
 * @param noise whether rows may get noise
 */
record ModelSource(String checkpoint, WeightSet weights, int batchSize, Noise noise)
    implements Serializable {
  /** The model that these settings ask for. */
  static ModelSource of(PuzzlePredictSettings settings, Checkpoint checkpoint) {
    return new ModelSource(
        checkpoint.folder().toString(),
        settings
            .weights()
            .orElse(checkpoint.state().recipe().train().ema() ? WeightSet.EMA : WeightSet.RAW),
        settings.batchSize(),
        settings.search().isNoisy() ? Noise.ON_LATENTS : Noise.NONE);
  }
}
