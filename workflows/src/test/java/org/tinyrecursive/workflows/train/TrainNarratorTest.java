package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.train.Evaluation;
import org.tinyrecursive.modeltf.train.Scores;
import org.tinyrecursive.modeltf.train.TrainEngine.ParameterCount;
import org.tinyrecursive.modeltf.train.TrainPlan;
import org.tinyrecursive.workflows.recipe.RecipeLoader;

class TrainNarratorTest {
  private final Shown display = new Shown();
  private final TrainNarrator narrator = new TrainNarrator(display, Optional.empty());

  /** Keeps what it is told. */
  private static final class Shown implements TrainDisplay {
    private final List<String> lines = new ArrayList<>();
    private final List<TrainStatus> statuses = new ArrayList<>();
    private long statusNanos = Long.MAX_VALUE;

    @Override
    public long statusNanos() {
      return statusNanos;
    }

    @Override
    public void status(TrainStatus status) {
      statuses.add(status);
    }

    @Override
    public void line(String text) {
      lines.add(text);
    }

    @Override
    public void close() {
      lines.add("closed");
    }
  }

  private void start(String... notes) {
    narrator.started(
        new TrainPlan(
            RecipeLoader.load("sudoku-mini", List.of()).recipe(),
            Path.of("run"),
            101,
            1500,
            1000,
            4000,
            300,
            List.of(new ParameterCount("dense", 63106), new ParameterCount("puzzle table", 64)),
            List.of(notes)));
  }

  @Test
  void thePlanSaysHowMuchOfWhat() {
    start("changed on resume: train.lr: 0.001, was 0.003");

    assertThat(display.lines)
        .containsExactly(
            "sudoku-mini: steps 101 to about 1,500 of 32 examples, into run",
            "data: 4,000 training examples in 1,000 groups, 300 test examples per evaluation",
            "parameters: 63,106 dense, 64 puzzle table",
            "note: changed on resume: train.lr: 0.001, was 0.003");
  }

  @Test
  void statusesComeNoOftenerThanTheDisplayAsks() {
    start();
    narrator.stepped(RecentStepsTest.step(101, 1, 0, 0, 0.1));
    assertThat(display.statuses).isEmpty();

    display.statusNanos = 0;
    narrator.stepped(RecentStepsTest.step(102, 3, 0, 0, 0.1));

    assertThat(display.statuses).singleElement().extracting(TrainStatus::loss).isEqualTo(2.0);
  }

  @Test
  void anEvaluationIsPrecededByTheLastStatus() {
    start();
    narrator.stepped(RecentStepsTest.step(101, 1, 0, 0, 0.1));
    narrator.evaluating(101, 300);
    narrator.evaluating(101, 300);

    assertThat(display.statuses).hasSize(1);
  }

  @Test
  void anEvaluationShowsRawAndAveragedWeights() {
    Scores raw = new Scores(0.75, 0.5, 1, 0.1, List.of(0.75), List.of(0.5));
    Scores ema = new Scores(0.875, 0.625, 1, 0.1, List.of(0.875), List.of(0.625));
    narrator.evaluated(new Evaluation(1200, 12, 300, raw, Optional.of(ema), 1.5));
    narrator.evaluated(new Evaluation(1200, 12, 300, raw, Optional.empty(), 1.5));

    assertThat(display.lines)
        .containsExactly(
            "evaluated at step 1,200 (epoch 12.0) on 300 examples: raw weights cell 0.7500 exact"
                + " 0.5000, averaged weights cell 0.8750 exact 0.6250, in 1.5 s",
            "evaluated at step 1,200 (epoch 12.0) on 300 examples: raw weights cell 0.7500 exact"
                + " 0.5000, in 1.5 s");
  }
}
