package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;

/** Losses and weights that are no numbers end a run. */
class DivergenceTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp.resolve("run"));
  }

  private static EngineFactory divergingAt(long bad) {
    return (recipe, shape) ->
        new FakeEngine(recipe.train().globalBatchSize(), 7) {
          @Override
          public StepMetrics step(Batch batch, StepSettings settings) {
            StepMetrics sums = super.step(batch, settings);
            return settings.number() < bad
                ? sums
                : new StepMetrics(Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0);
          }
        };
  }

  @Test
  void divergenceStopsAtTheLastGoodCheckpoint() throws IOException {
    Runs run = runs();
    run.engines = divergingAt(8);
    assertThatThrownBy(run::start)
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("diverged at step 8")
        .hasMessageContaining("step-00000006")
        .hasMessageContaining("train.lr");
    assertThat(Checkpoint.load(run.folder.resolve("checkpoints/latest")).state().step())
        .isEqualTo(6);
    assertThat(run.metrics()).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void divergenceBeforeTheFirstCheckpointSaysSo() {
    Runs run = runs();
    run.engines = divergingAt(1);
    assertThatThrownBy(run::start)
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("no checkpoint was saved before");
  }

  @Test
  void weightsThatAreNoNumbersAreNeverSaved() {
    Runs run = runs();
    run.engines =
        (recipe, shape) ->
            new FakeEngine(recipe.train().globalBatchSize(), 7) {
              @Override
              public ModelState state() {
                ModelState good = super.state();
                return new ModelState(
                    List.of(NamedTensor.of("w", List.of(2L), 1, Float.NEGATIVE_INFINITY)),
                    good.ema(),
                    good.optimizer());
              }
            };
    assertThatThrownBy(run::start)
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("weight w is not finite");
    assertThat(run.folder.resolve("checkpoints")).isEmptyDirectory();
  }
}
