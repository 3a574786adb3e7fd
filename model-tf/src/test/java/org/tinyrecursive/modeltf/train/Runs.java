package org.tinyrecursive.modeltf.train;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.KillableStore;
import org.tinyrecursive.modeltf.config.Recipe;

/** Runs of the trainer on a fake model and fake puzzles. */
final class Runs {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Path folder;
  Recipe recipe = TestRecipes.recipe(TestRecipes.train(4, 4, 2), TestRecipes.NO_CURRICULUM);
  EngineFactory engines = (r, shape) -> new FakeEngine(r.train().globalBatchSize(), 7);
  TrainingData data = data(FakePuzzles.mixed(6), Optional.of(FakePuzzles.mixed(4)));
  Optional<Duration> budget = Optional.empty();
  Trainer.StoreFactory stores = CheckpointStore::open;

  Runs(Path folder) {
    this.folder = folder;
  }

  static TrainingData data(FakePuzzles train, Optional<PuzzleSource> test) {
    return new TrainingData(
        FakePuzzles.SHAPE, "5ha", train, train.meanPuzzleExamples(), test, OptionalInt.of(1));
  }

  TrainResult run(ResumeMode mode, StopSignal stop, TrainListener... listeners) {
    TrainRun run =
        new TrainRun(
            recipe, Path.of("unused"), folder, mode, budget, Map.of("java", "17"), engines, stop);
    try {
      return Trainer.run(run, data, stores, List.of(listeners));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  TrainResult start(TrainListener... listeners) {
    return run(ResumeMode.NEW, new StopSignal(), listeners);
  }

  TrainResult resume(TrainListener... listeners) {
    return run(ResumeMode.RESUME, new StopSignal(), listeners);
  }

  /** A listener that asks for the end after a step. */
  static TrainListener stopAfter(long step, StopSignal stop) {
    return new TrainListener() {
      @Override
      public void stepped(StepReport report) {
        if (report.step() == step) {
          stop.request();
        }
      }
    };
  }

  /** A listener that dies at a step. */
  static TrainListener killAt(long step) {
    return new TrainListener() {
      @Override
      public void stepped(StepReport report) {
        if (report.step() == step) {
          throw new KillableStore.Killed();
        }
      }
    };
  }

  /** All lines of metrics.jsonl without what depends on the clock. */
  List<String> metrics() {
    List<String> lines = new ArrayList<>();
    for (ObjectNode line : metricLines()) {
      line.remove("timing");
      lines.add(line.toString());
    }
    return lines;
  }

  List<ObjectNode> metricLines() {
    try {
      List<ObjectNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
        lines.add((ObjectNode) JSON.readTree(line));
      }
      return lines;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
