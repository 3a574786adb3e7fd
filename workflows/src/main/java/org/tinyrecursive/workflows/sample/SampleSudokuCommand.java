package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.transforms.sudoku.SudokuDifficulty;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuSamples;
import org.tinyrecursive.transforms.sudoku.SudokuShape;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes generated Sudokus as {@code train.csv} and {@code test.csv} in the published format. */
@Command
public final class SampleSudokuCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "puzzles to train on")
  private int count;

  @Option(
      names = "--test-count",
      paramLabel = "N",
      defaultValue = "300",
      description = "puzzles to hold out; none is a symmetric copy of one to train on")
  private int testCount;

  @Option(
      names = "--size",
      paramLabel = "4|6|9|16",
      defaultValue = "6",
      description = "rows of a grid")
  private int size;

  @Option(
      names = "--difficulty",
      paramLabel = "LEVEL",
      defaultValue = "mixed",
      description =
          "easy, medium (no guess needed), hard, extreme (a guess needed), or mixed: blanks of easy"
              + " to hard")
  private SudokuLevel level;

  @Option(names = "--min-blanks", paramLabel = "N", description = "instead of the difficulty's")
  private Integer minBlanks;

  @Option(names = "--max-blanks", paramLabel = "N", description = "instead of the difficulty's")
  private Integer maxBlanks;

  @Option(
      names = "--min-guesses",
      paramLabel = "N",
      description = "fewest guesses a solver needs, instead of the difficulty's")
  private Integer minGuesses;

  @Option(
      names = "--max-guesses",
      paramLabel = "N",
      description = "most guesses a solver needs, instead of the difficulty's")
  private Integer maxGuesses;

  @Mixin private SampleOptions sample;
  @Mixin private ResultOptions result;

  /** What was written; keys of the JSON result. */
  record Written(
      String outputDir,
      int trainPuzzles,
      int testPuzzles,
      int size,
      String difficulty,
      int minBlanks,
      int maxBlanks,
      long seed,
      double seconds,
      double puzzlesPerSecond) {}

  @Override
  public Integer call() throws IOException {
    SudokuShape shape = SudokuShape.ofSide(size);
    SudokuDifficulty difficulty = difficulty(shape);
    long start = System.nanoTime();
    SudokuSampleFiles.write(
        sample.outputDir(),
        () ->
            SudokuSamples.draw(
                new SudokuGenerator(shape, difficulty, sample.seed()),
                count,
                testCount,
                new DrawLines(result.err(), (long) count + testCount)));
    double seconds = (System.nanoTime() - start) / 1e9;
    Written written =
        new Written(
            sample.outputDir().toString(),
            count,
            testCount,
            size,
            level.name().toLowerCase(Locale.ROOT),
            difficulty.minBlanks(),
            difficulty.maxBlanks(),
            sample.seed(),
            seconds,
            (count + testCount) / seconds);
    result.print(() -> text(written), written);
    return ExitCode.DONE;
  }

  private SudokuDifficulty difficulty(SudokuShape shape) {
    SudokuDifficulty named = level.of(shape);
    return new SudokuDifficulty(
        minBlanks == null ? named.minBlanks() : minBlanks,
        maxBlanks == null ? named.maxBlanks() : maxBlanks,
        minGuesses == null ? named.minGuesses() : minGuesses,
        maxGuesses == null ? named.maxGuesses() : maxGuesses);
  }

  private static String text(Written written) {
    return String.format(
        Locale.ROOT,
        "Wrote %,d puzzles to train on and %,d held out (%d×%d, %d to %d blanks, seed %d) to %s"
            + " in %.1f s.",
        written.trainPuzzles(),
        written.testPuzzles(),
        written.size(),
        written.size(),
        written.minBlanks(),
        written.maxBlanks(),
        written.seed(),
        written.outputDir(),
        written.seconds());
  }
}
