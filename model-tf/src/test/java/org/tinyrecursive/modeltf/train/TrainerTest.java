package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.SelectionConfig;

class TrainerTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp.resolve("run"));
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
