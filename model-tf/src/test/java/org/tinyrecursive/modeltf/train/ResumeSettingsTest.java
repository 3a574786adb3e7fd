package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.transforms.InputRefusedException;

/** What of its settings a resumed run keeps, and what may change. */
class ResumeSettingsTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp.resolve("run"));
  }

  @Test
  void resumingWithAnotherBatchSizeIsRefusedAndAChangedRateIsReported() {
    Runs run = runs();
    StopSignal stop = new StopSignal();
    run.run(ResumeMode.NEW, stop, Runs.stopAfter(2, stop));
    run.recipe = TestRecipes.recipe(TestRecipes.train(5, 4, 2), TestRecipes.NO_CURRICULUM);
    assertThatThrownBy(run::resume)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.global_batch_size is 5")
        .hasMessageContaining("with 4");

    run.recipe = TestRecipes.recipe(TestRecipes.train(4, 6, 2), TestRecipes.NO_CURRICULUM);
    List<String> notes = new ArrayList<>();
    run.resume(
        new TrainListener() {
          @Override
          public void started(TrainPlan plan) {
            notes.addAll(plan.notes());
          }
        });
    assertThat(notes).containsExactly("changed on resume: train.epochs: 6, was 4");
  }

  @Test
  void aResumedRunMakesThePassesThatItBeganWith() throws IOException {
    Runs run = runs();
    run.engines = choosing(2);
    run.run(ResumeMode.NEW, stopRequested());
    StopSignal stop = new StopSignal();
    run.run(ResumeMode.RESUME, stop, Runs.stopAfter(2, stop));
    run.engines = choosing(1);
    run.resume();

    Checkpoint latest = Checkpoint.load(run.folder.resolve("checkpoints/latest"));
    assertThat(latest.state().recipe().memory()).isEqualTo(new MemoryConfig(2, Recompute.BLOCKS));
  }

  private static StopSignal stopRequested() {
    StopSignal stop = new StopSignal();
    stop.request();
    return stop;
  }

  /** A machine whose memory allows passes of so many rows. */
  private static EngineFactory choosing(int rows) {
    return new EngineFactory() {
      @Override
      public Recipe settle(Recipe recipe, DataShape shape) {
        return recipe.memory().isSettled()
            ? recipe
            : recipe.withMemory(new MemoryConfig(rows, Recompute.BLOCKS));
      }

      @Override
      public TrainEngine open(Recipe recipe, DataShape shape) {
        return new FakeEngine(recipe.train().globalBatchSize(), 7);
      }
    };
  }
}
