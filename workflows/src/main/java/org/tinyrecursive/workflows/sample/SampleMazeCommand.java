package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.maze.MazeGenerator;
import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.maze.MazeSamples;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.samples.Samples;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes generated mazes as {@code train.csv} and {@code test.csv} in the published format. */
@Command
public final class SampleMazeCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "mazes to train on")
  private int count;

  @Option(
      names = "--test-count",
      paramLabel = "N",
      defaultValue = "300",
      description = "mazes to hold out; none is a symmetric copy of one to train on")
  private int testCount;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "30",
      description = "rows and columns of a maze")
  private int size;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of a rectangular maze, instead of the size")
  private Integer rows;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "columns of a rectangular maze, instead of the size")
  private Integer columns;

  @Option(
      names = "--min-path-length",
      paramLabel = "STEPS",
      description =
          "fewest steps of the shortest path; default: 111 at 30×30 as in Maze-Hard, else in"
              + " proportion to the cells")
  private Integer minPathLength;

  @Mixin private SampleOptions sample;
  @Mixin private ResultOptions result;

  /** What was written; keys of the JSON result. Lengths are steps of the shortest path. */
  record Written(
      String outputDir,
      int trainPuzzles,
      int testPuzzles,
      int rows,
      int columns,
      int minPathLength,
      double meanPathLength,
      int maxPathLength,
      long seed,
      double seconds,
      double puzzlesPerSecond) {}

  @Override
  public Integer call() throws IOException {
    MazeShape shape = new MazeShape(rows == null ? size : rows, columns == null ? size : columns);
    int steps = minPathLength == null ? MazeGenerator.hardSteps(shape) : minPathLength;
    MazeGenerator generator = new MazeGenerator(shape, steps, sample.seed());
    long start = System.nanoTime();
    Samples<MazePuzzle> samples =
        MazeSampleFiles.write(
            sample.outputDir(),
            () ->
                MazeSamples.draw(
                    generator,
                    count,
                    testCount,
                    new DrawLines(result.err(), (long) count + testCount)));
    double seconds = (System.nanoTime() - start) / 1e9;
    IntSummaryStatistics lengths =
        Stream.concat(samples.train().stream(), samples.test().stream())
            .mapToInt(MazePuzzle::pathLength)
            .summaryStatistics();
    Written written =
        new Written(
            sample.outputDir().toString(),
            count,
            testCount,
            shape.rows(),
            shape.columns(),
            steps,
            lengths.getAverage(),
            Math.max(0, lengths.getMax()),
            sample.seed(),
            seconds,
            (count + testCount) / seconds);
    result.print(() -> text(written), written);
    return ExitCode.DONE;
  }

  private static String text(Written written) {
    return String.format(
        Locale.ROOT,
        "Wrote %,d mazes to train on and %,d held out (%d×%d, shortest path of %d to %d steps,"
            + " %.0f on average, seed %d) to %s in %.1f s.",
        written.trainPuzzles(),
        written.testPuzzles(),
        written.rows(),
        written.columns(),
        written.minPathLength(),
        written.maxPathLength(),
        written.meanPathLength(),
        written.seed(),
        written.outputDir(),
        written.seconds());
  }
}
