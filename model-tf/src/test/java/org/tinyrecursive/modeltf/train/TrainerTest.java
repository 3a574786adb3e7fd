package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.config.SelectionConfig;
import org.tinyrecursive.transforms.InputRefusedException;

class TrainerTest {
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
  void aRunLeavesMetricsCheckpointsCurvesAndACard() throws IOException {
    Runs run = runs();
    List<String> heard = new ArrayList<>();
    TrainResult result =
        run.start(
            new TrainListener() {
              @Override
              public void started(TrainPlan plan) {
                heard.add("started at " + plan.firstStep());
              }

              @Override
              public void evaluated(Evaluation evaluation) {
                heard.add("evaluated " + evaluation.step());
              }

              @Override
              public void finished(TrainResult end) {
                heard.add("finished " + end.step());
              }
            });

    assertThat(result.end()).isEqualTo(TrainResult.End.COMPLETED);
    assertThat(heard).startsWith("started at 1").endsWith("finished " + result.step()).hasSize(4);
    assertThat(run.folder.resolve("tensorboard")).isDirectoryContaining("glob:**.tfevents.*");
    assertThat(run.folder.resolve("model-card.md"))
        .content()
        .contains("| dataset manifest SHA-256 | 5ha |", "train.lr: ", "| seed | ", "| java | 17 |")
        .contains("| device hours | 0.00", "(one device)", "| processor | ", "| memory | ")
        .containsPattern("\\| average \\(EMA\\) \\| 0\\.\\d+ \\| 0\\.\\d+ \\| 0\\.\\d+ to [01]\\.");
    assertThat(Checkpoint.load(run.folder).state().step()).isEqualTo(result.best().get().step());
    ObjectNode first = run.metricLines().get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .startsWith("kind", "step", "epoch", "lr")
        .endsWith("timing");
    assertThat(run.metricLines().stream().filter(l -> l.get("kind").asText().equals("evaluation")))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.get("ema").get("exact_accuracy_by_step").size()).isEqualTo(3);
              assertThat(line.get("raw").get("lm_loss").asDouble()).isPositive();
            });
  }

  @Test
  void anUnscoredRunNeverAsksForAnswersThoughThereIsATestSplit() throws Exception {
    Runs run = runs();
    List<String> notes = new ArrayList<>();
    TrainRun unscored =
        new TrainRun(
                run.recipe,
                Path.of("unused"),
                run.folder,
                ResumeMode.NEW,
                Optional.empty(),
                Map.of(),
                run.engines,
                new StopSignal())
            .unscored();

    TrainResult result =
        Trainer.run(
            unscored,
            run.data,
            run.stores,
            List.of(
                new TrainListener() {
                  @Override
                  public void started(TrainPlan plan) {
                    notes.addAll(plan.notes());
                  }

                  @Override
                  public void evaluating(long step, long examples) {
                    throw new AssertionError("evaluated at " + step);
                  }
                }));

    assertThat(result.end()).isEqualTo(TrainResult.End.COMPLETED);
    assertThat(result.evaluation()).isEmpty();
    assertThat(notes).isEmpty();
    assertThat(Checkpoint.load(run.folder).state().step()).isEqualTo(result.step());
  }

  @Test
  void lossesAreDividedByTheBatchAndTheOthersByHaltedRows() {
    Runs run = runs();
    run.start();
    for (ObjectNode line : run.metricLines()) {
      if (line.get("kind").asText().equals("train")) {
        assertThat(line.get("lm_loss").asDouble()).isEqualTo(line.get("loss").asDouble() / 2);
        if (line.get("count").asDouble() == 0) {
          assertThat(line.get("exact_accuracy").isNull()).isTrue();
        } else {
          assertThat(line.get("exact_accuracy").asDouble()).isEqualTo(0.5);
          assertThat(line.get("accuracy").asDouble()).isEqualTo(0.75);
        }
      }
    }
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

  @Test
  void trainingInVainEndsEarlyAndStaysEnded() {
    Runs run = runs();
    Recipe whole = run.recipe;
    run.recipe =
        new Recipe(
            whole.name(),
            whole.description(),
            whole.model(),
            TestRecipes.train(4, 40, 2),
            whole.curriculum(),
            whole.recursion(),
            whole.optimizer(),
            whole.memory(),
            new SelectionConfig(2, 3, 1));
    TrainResult result = run.start();

    assertThat(result.end()).isEqualTo(TrainResult.End.NO_GAIN);
    assertThat(run.metricLines().stream().filter(line -> line.has("examples"))).hasSize(4);
    assertThat(run.resume().end()).isEqualTo(TrainResult.End.NO_GAIN);
  }

  @Test
  void aTimeBudgetEndsWithACheckpointAndAnEvaluation() throws IOException {
    Runs run = runs();
    run.budget = Optional.of(Duration.ofMillis(60));
    run.engines =
        (recipe, shape) ->
            new FakeEngine(recipe.train().globalBatchSize(), 7) {
              @Override
              public StepMetrics step(Batch batch, StepSettings settings) {
                try {
                  Thread.sleep(25);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                return super.step(batch, settings);
              }
            };
    TrainResult result = run.start();
    assertThat(result.end()).isEqualTo(TrainResult.End.TIME_BUDGET);
    assertThat(result.step()).isBetween(1L, 4L);
    assertThat(result.evaluation().get().step()).isEqualTo(result.step());
    assertThat(Checkpoint.load(run.folder.resolve("checkpoints/latest")).state().step())
        .isEqualTo(result.step());
  }

  @Test
  void aStopBeforeTheFirstStepSavesNothing() {
    Runs run = runs();
    StopSignal stop = new StopSignal();
    stop.request();
    TrainResult result = run.run(ResumeMode.NEW, stop);
    assertThat(result.end()).isEqualTo(TrainResult.End.STOPPED);
    assertThat(result.checkpoint()).isEmpty();
  }

  @Test
  void aDatasetWithoutTestSplitIsTrainedAndTheUserTold() {
    Runs run = runs();
    run.data = Runs.data(FakePuzzles.mixed(6), Optional.empty());
    List<String> notes = new ArrayList<>();
    TrainResult result =
        run.start(
            new TrainListener() {
              @Override
              public void started(TrainPlan plan) {
                notes.addAll(plan.notes());
              }
            });
    assertThat(notes).anyMatch(note -> note.contains("no test split"));
    assertThat(result.evaluation()).isEmpty();
    assertThat(result.checkpoint()).isPresent();
  }

  @Test
  void refusalsLeaveNothingBehind() {
    Runs tooLarge = runs();
    tooLarge.recipe = TestRecipes.recipe(TestRecipes.train(4000, 4, 2), TestRecipes.NO_CURRICULUM);
    assertThatThrownBy(tooLarge::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.global_batch_size");

    Runs noBlanks = runs();
    TrainingData data = noBlanks.data;
    noBlanks.data =
        new TrainingData(
            data.shape(),
            data.sha256(),
            data.train(),
            data.meanPuzzleExamples(),
            data.test(),
            OptionalInt.empty());
    noBlanks.recipe =
        TestRecipes.recipe(TestRecipes.train(4, 4, 2), new CurriculumConfig(5, 3, 0, 1));
    assertThatThrownBy(noBlanks::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("curriculum.start_clues");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void anOutputDirectoryThatIsNotEmptyIsRefused() throws IOException {
    Runs run = runs();
    Files.createDirectories(run.folder);
    Files.writeString(run.folder.resolve("letter.txt"), "mine");
    assertThatThrownBy(run::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("letter.txt");
    assertThatThrownBy(run::resume).isInstanceOf(InputRefusedException.class);
    Files.delete(run.folder.resolve("letter.txt"));
    run.start();
    assertThatThrownBy(run::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("add --resume");
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
  void whatAListenerThrowsEndsTheRun() {
    assertThatThrownBy(
            () ->
                runs()
                    .start(
                        new TrainListener() {
                          @Override
                          public void stepped(StepReport report) {
                            throw new IllegalStateException("display lost");
                          }
                        }))
        .hasMessage("display lost");
  }
}
