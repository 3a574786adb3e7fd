package org.tinyrecursive.transforms.sudoku;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Draws Sudokus that have exactly one solution. Puzzle i is a pure function of (shape, difficulty,
 * seed, i). A random solution is filled in by search; clues are then taken away in random order, as
 * long as no second solution appears, until the asked number of blanks is reached. Safe for use by
 * several threads.
 */
public final class SudokuGenerator {
  private static final int ATTEMPTS = 1000;
  private static final int FILL_GUESSES = 2000;

  /** A clue whose removal is not proved harmless after this many guesses stays. */
  private static final int UNIQUE_GUESSES = 2000;

  private final SudokuShape shape;
  private final SudokuDifficulty difficulty;
  private final long seed;

  /**
   * @throws InputRefusedException if the shape has fewer cells than blanks are asked for
   */
  public SudokuGenerator(SudokuShape shape, SudokuDifficulty difficulty, long seed) {
    if (difficulty.maxBlanks() >= shape.cells()) {
      throw new InputRefusedException(
          String.format(
              "blanks are up to %d, allowed for %d×%d: 0 to %d",
              difficulty.maxBlanks(), shape.side(), shape.side(), shape.cells() - 1));
    }
    this.shape = shape;
    this.difficulty = difficulty;
    this.seed = seed;
  }

  public SudokuShape shape() {
    return shape;
  }

  /**
   * The puzzle of this index; its rating is the guesses it needs.
   *
   * @throws InputRefusedException if no puzzle as hard as asked is found in many attempts
   */
  public SudokuPuzzle puzzle(long index) {
    StableRandom random =
        StableRandom.of(
            seed,
            shape.side(),
            difficulty.minBlanks(),
            difficulty.maxBlanks(),
            difficulty.minGuesses(),
            difficulty.maxGuesses(),
            index);
    int range = difficulty.maxBlanks() - difficulty.minBlanks() + 1;
    int blanks = difficulty.minBlanks() + random.nextInt(range);
    SudokuSearch search = new SudokuSearch(shape);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      byte[] answer = fill(search, random);
      byte[] question = answer.clone();
      if (!dig(question, blanks, search, random)) {
        continue;
      }
      search.search(question, 2, Long.MAX_VALUE);
      long guesses = search.guesses();
      if (guesses >= difficulty.minGuesses() && guesses <= difficulty.maxGuesses()) {
        return new SudokuPuzzle(
            "generated_" + shape.side() + "x" + shape.side(),
            SudokuGrid.of(shape, question),
            SudokuGrid.of(shape, answer),
            (int) guesses);
      }
    }
    throw new InputRefusedException(
        String.format(
            "no %d×%d Sudoku with %d blanks and %d to %d guesses found in %d attempts;"
                + " ask for fewer blanks or a wider range of guesses",
            shape.side(),
            shape.side(),
            blanks,
            difficulty.minGuesses(),
            difficulty.maxGuesses(),
            ATTEMPTS));
  }

  /** Puzzles 0 … count − 1, in order, drawn as they are read. */
  public Stream<SudokuPuzzle> puzzles(long count) {
    return LongStream.range(0, count).mapToObj(this::puzzle);
  }

  /** A random solution: restarts where a search runs into a hopeless corner. */
  private byte[] fill(SudokuSearch search, StableRandom random) {
    byte[] empty = new byte[shape.cells()];
    do {
      search.fill(empty, FILL_GUESSES, random);
    } while (search.found() == 0);
    return search.firstSolution();
  }

  /** Blanks cells until there are as many as asked; false where the grid would not allow that. */
  private static boolean dig(
      byte[] question, int blanks, SudokuSearch search, StableRandom random) {
    int[] order = random.permutation(question.length);
    int dug = 0;
    for (int i = 0; i < order.length && dug < blanks; i++) {
      if (dug + order.length - i < blanks) {
        return false;
      }
      int cell = order[i];
      byte digit = question[cell];
      question[cell] = 0;
      SudokuSearch.End end = search.searchOther(question, cell, digit, UNIQUE_GUESSES);
      if (search.found() == 0 && end == SudokuSearch.End.COMPLETE) {
        dug++;
      } else {
        question[cell] = digit;
      }
    }
    return dug == blanks;
  }
}
