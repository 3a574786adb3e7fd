package org.tinyrecursive.transforms.sudoku;

import java.util.Optional;

/**
 * Solves Sudokus and tells whether they have one solution. Between guesses it places naked and
 * hidden singles, so the number of guesses says how hard a puzzle is: 0 for one that yields to
 * singles alone. Deterministic. Safe for use by several threads.
 */
public final class SudokuSolver {
  /** Guesses after which a search gives up by default; minutes of work at 16×16. */
  public static final long DEFAULT_GUESS_LIMIT = 1_000_000;

  private SudokuSolver() {}

  /** How many solutions a grid has. */
  public enum Solutions {
    NONE,
    ONE,
    SEVERAL,
    /** The guess limit was reached before this was settled. */
    UNDECIDED
  }

  /**
   * What a search found.
   *
   * @param solutions how many solutions there are
   * @param first the first solution found, if any
   * @param guesses digits tried at cells with several left, until the number of solutions was
   *     settled
   */
  public record Outcome(Solutions solutions, Optional<SudokuGrid> first, long guesses) {}

  /** Solves a grid, looking on until it is settled whether a second solution exists. */
  public static Outcome solve(SudokuGrid question) {
    return solve(question, DEFAULT_GUESS_LIMIT);
  }

  /**
   * Solves a grid with at most this many guesses.
   *
   * @param guessLimit 0 and above; at 0 only puzzles that yield to singles are solved
   */
  public static Outcome solve(SudokuGrid question, long guessLimit) {
    SudokuSearch search = new SudokuSearch(question.shape());
    SudokuSearch.End end = search.search(question.toCells(), 2, guessLimit);
    Optional<SudokuGrid> first =
        search.found() == 0
            ? Optional.empty()
            : Optional.of(SudokuGrid.of(question.shape(), search.firstSolution()));
    return new Outcome(count(search, end), first, search.guesses());
  }

  private static Solutions count(SudokuSearch search, SudokuSearch.End end) {
    if (search.found() > 1) {
      return Solutions.SEVERAL;
    }
    if (end == SudokuSearch.End.LIMIT) {
      return Solutions.UNDECIDED;
    }
    return search.found() == 1 ? Solutions.ONE : Solutions.NONE;
  }
}
