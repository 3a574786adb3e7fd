package org.tinyrecursive.pipelines.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.pipelines.score.ArcScorePipeline;
import org.tinyrecursive.pipelines.score.ArcScoreSettings;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskWriter;
import org.tinyrecursive.transforms.arc.Augmentation;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.dataset.PuzzleNames;
import org.tinyrecursive.transforms.measure.PeakMemory;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionWriter;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Times the vote over made-up predictions: of every task's augmentations half say the right answer,
 * the others each another one, which is the hardest for memory.
 *
 * @param tasks with one test input each, 1 and above
 * @param augmentations of every task, each predicted once
 * @param side rows and columns of all grids
 * @param seed of everything random
 */
public record VoteBenchmark(int tasks, int augmentations, int side, long seed) {
  private static final String TASKS_FILE = "test_puzzles.json";

  /**
   * What was measured.
   *
   * @param candidates different answers
   * @param writeSeconds to make the predictions up, not part of {@code seconds}
   * @param seconds of the vote, from files to ranks
   * @param peakRssMb most memory of this process, in MB
   * @param passAt2 of the vote, 0 to 1: the right answers have half of all votes
   */
  public record Result(
      long predictions,
      long candidates,
      double writeSeconds,
      double seconds,
      double predictionsPerSecond,
      double peakRssMb,
      double passAt2) {}

  /**
   * Measures.
   *
   * @param folder that is there and empty; what is written stays in it
   */
  public Result run(Path folder, BeamSettings beam) throws IOException {
    long start = System.nanoTime();
    write(folder);
    long written = System.nanoTime();
    ArcScore score =
        ArcScorePipeline.run(
            ArcScoreSettings.of(folder.toString(), folder.resolve(TASKS_FILE).toString()),
            beam,
            RunCounters.IGNORED);
    double seconds = (System.nanoTime() - written) / 1e9;
    return new Result(
        score.counts().predictions(),
        score.tasks().stream().mapToLong(task -> task.questions().get(0).candidates()).sum(),
        (written - start) / 1e9,
        seconds,
        score.counts().predictions() / seconds,
        PeakMemory.residentMegabytes(),
        score.metrics().get("ARC/pass@2"));
  }

  private void write(Path folder) throws IOException {
    try (JsonGenerator puzzles = open(folder.resolve(TASKS_FILE));
        JsonGenerator names = open(folder.resolve(PuzzleNames.FILE_NAME))) {
      puzzles.writeStartObject();
      names.writeStartArray();
      for (int task = 0; task < tasks; task++) {
        write(task, folder, puzzles, names);
      }
      names.writeEndArray();
      puzzles.writeEndObject();
    }
  }

  /** A task and a file of its predictions. */
  private void write(int task, Path folder, JsonGenerator puzzles, JsonGenerator names)
      throws IOException {
    StableRandom random = StableRandom.of(seed, task);
    String id = "task-%05d".formatted(task);
    ArcPair asked = new ArcPair(grid(random), grid(random));
    puzzles.writeFieldName(id);
    ArcTaskWriter.write(new ArcTask(id, List.of(asked), List.of(asked)), puzzles);
    Path file = folder.resolve("part-%05d-of-%05d.arrow".formatted(task, tasks));
    try (PredictionWriter rows = new PredictionWriter(file, ArcCanvas.CELLS)) {
      for (int i = 0; i < augmentations; i++) {
        Augmentation by = Augmentation.random(random);
        names.writeString(PuzzleName.augmented(id, by).toString());
        ArcGrid answer = i % 2 == 0 ? asked.output() : grid(random);
        rows.append(
            new Prediction(
                i,
                ArcCanvas.tokens(by.apply(asked.input())),
                ArcCanvas.tokens(by.apply(answer)),
                i % 2 == 0,
                (float) random.nextDouble(),
                1,
                task * augmentations + i,
                false));
      }
      rows.finish();
    }
  }

  private ArcGrid grid(StableRandom random) {
    byte[] cells = new byte[side * side];
    IntStream.range(0, cells.length)
        .forEach(i -> cells[i] = (byte) random.nextInt(ArcGrid.COLOURS));
    return ArcGrid.of(side, side, cells);
  }

  private static JsonGenerator open(Path file) throws IOException {
    return new JsonFactory().createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
  }
}
