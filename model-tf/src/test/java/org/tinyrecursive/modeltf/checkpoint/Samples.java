package org.tinyrecursive.modeltf.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;

/** Small settings and states for tests. */
final class Samples {
  static final DataShape SHAPE = new DataShape(16, 6, 1, 0, 0, 0);

  private Samples() {}

  static Recipe recipe(int hiddenSize, double lr) {
    return new Recipe(
        "sample",
        "for tests",
        new ModelConfig(
            hiddenSize,
            4,
            4,
            2,
            2,
            1,
            true,
            PositionEncoding.NONE,
            hiddenSize,
            1,
            4,
            0.1,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY),
        new TrainConfig(8, 4, 2, 0, 5, 2, lr, 1, 3, 0.9, 0.95, 0.1, 1e-2, 0.1, true, 0.99, 7),
        new CurriculumConfig(0, 0, 0, 1));
  }

  static TrainingState state(long step, Optional<BestScore> best) {
    return state(
        step, best.map(b -> new Standing(List.of(b), b.exactAccuracy(), 0)).orElse(Standing.NONE));
  }

  static TrainingState state(long step, Standing standing) {
    return new TrainingState(
        step,
        step / 4.0,
        new DataCursor(1, 3 * step),
        recipe(64, 1e-3),
        SHAPE,
        "ab12",
        step * 0.5,
        standing,
        PendingWork.NONE,
        Map.of("java", "17"));
  }

  static ModelState tensors(int value) {
    return new ModelState(
        List.of(NamedTensor.of("w", List.of(2L), value, 2 * value)),
        List.of(NamedTensor.of("w", List.of(2L), 3 * value, 4 * value)),
        List.of(NamedTensor.of("w.m", List.of(2L), 5 * value, 6 * value)));
  }
}
