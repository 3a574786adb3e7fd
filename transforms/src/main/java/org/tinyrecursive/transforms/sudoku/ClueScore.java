package org.tinyrecursive.transforms.sudoku;

import java.io.Serializable;
import org.tinyrecursive.transforms.statistics.WilsonInterval;

/**
 * How many puzzles with one number of clues, or from one source, were solved.
 *
 * @param puzzles predictions scored
 * @param exact of these, right in every cell
 */
public record ClueScore(long puzzles, long exact) implements Serializable {

  /** Both together. */
  public ClueScore plus(ClueScore other) {
    return new ClueScore(puzzles + other.puzzles, exact + other.exact);
  }

  /** Share of puzzles right in every cell, 0 … 1; 0 where there is none. */
  public double exactAccuracy() {
    return puzzles == 0 ? 0 : (double) exact / puzzles;
  }

  /** The 95 % interval of {@link #exactAccuracy()}. */
  public WilsonInterval interval() {
    return WilsonInterval.of(exact, puzzles);
  }
}
