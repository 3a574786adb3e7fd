package org.tinyrecursive.transforms.sudoku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A training set and a held-out set of generated puzzles: no two puzzles of the training set are
 * equal, no two of the held-out set are symmetric copies, and no held-out puzzle is a symmetric
 * copy of a training puzzle.
 *
 * @param train training puzzles
 * @param test held-out puzzles
 */
public record SudokuSamples(List<SudokuPuzzle> train, List<SudokuPuzzle> test) {
  private static final int BLOCK = 256;
  private static final int PATIENCE = 20_000;

  /** A side gets at least this share of the canonical forms, so that it also fills up. */
  private static final double SMALLEST_SHARE = 0.1;

  public SudokuSamples {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /**
   * Draws both sets. Which of them a puzzle may enter is decided by its canonical form alone; each
   * takes the first puzzles that are new to it. The same generator and counts give the same sets,
   * on any number of threads.
   *
   * @param trainCount puzzles to train on, 0 and above
   * @param testCount puzzles to hold out, 0 and above
   * @param progress receives the number of puzzles drawn so far, now and then
   * @throws InputRefusedException if a count is negative, or there are not so many puzzles
   */
  public static SudokuSamples draw(
      SudokuGenerator generator, int trainCount, int testCount, LongConsumer progress) {
    if (trainCount < 0 || testCount < 0) {
      throw new InputRefusedException(
          "counts of puzzles are " + trainCount + " and " + testCount + ", allowed: 0 and above");
    }
    Draw draw = new Draw(trainCount, testCount);
    int fruitless = 0;
    for (long start = 0; !draw.isComplete(); start += BLOCK) {
      List<Drawn> block =
          LongStream.range(start, start + BLOCK)
              .parallel()
              .mapToObj(generator::puzzle)
              .map(puzzle -> new Drawn(puzzle, SudokuCanonicalForm.of(puzzle.question())))
              .toList();
      int before = draw.size();
      block.forEach(draw::offer);
      fruitless = draw.size() == before ? fruitless + BLOCK : 0;
      progress.accept(draw.size());
      if (fruitless >= PATIENCE) {
        throw new InputRefusedException(
            String.format(
                "only %d training and %d held-out puzzles of this kind found, asked: %d and %d;"
                    + " ask for fewer, a larger grid or a wider difficulty",
                draw.train.size(), draw.test.size(), trainCount, testCount));
      }
    }
    return new SudokuSamples(draw.train, draw.test);
  }

  private record Drawn(SudokuPuzzle puzzle, String form) {}

  private static final class Draw {
    private final int trainCount;
    private final int testCount;
    private final double testShare;
    private final List<SudokuPuzzle> train = new ArrayList<>();
    private final List<SudokuPuzzle> test = new ArrayList<>();
    private final Set<SudokuGrid> trainQuestions = new HashSet<>();
    private final Set<String> testForms = new HashSet<>();

    Draw(int trainCount, int testCount) {
      this.trainCount = trainCount;
      this.testCount = testCount;
      double share = testCount / Math.max(1.0, (double) trainCount + testCount);
      if (trainCount == 0 || testCount == 0) {
        testShare = share;
      } else {
        testShare = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, share));
      }
    }

    boolean isComplete() {
      return train.size() == trainCount && test.size() == testCount;
    }

    int size() {
      return train.size() + test.size();
    }

    void offer(Drawn drawn) {
      SudokuPuzzle puzzle = drawn.puzzle();
      // Seed 0: the side of a form is the same whatever seed the puzzles were drawn with.
      if (StableRandom.of(0, drawn.form()).nextDouble() < testShare) {
        if (test.size() < testCount && testForms.add(drawn.form())) {
          test.add(puzzle);
        }
      } else if (train.size() < trainCount && trainQuestions.add(puzzle.question())) {
        train.add(puzzle);
      }
    }
  }
}
