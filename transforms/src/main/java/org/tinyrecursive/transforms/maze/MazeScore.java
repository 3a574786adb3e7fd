package org.tinyrecursive.transforms.maze;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.transforms.statistics.WilsonInterval;

/**
 * Counts of how well predictions answer their mazes. Scores of parts add up to that of the whole,
 * in any order.
 *
 * @param puzzles predictions scored
 * @param exact predictions equal to the answer given, which is one of the shortest paths
 * @param shortestPaths predictions that mark any shortest path
 * @param cells cells of all predictions
 * @param correctCells of these, as in the answer given
 * @param bySource the same by source of the answer; empty where the answers name none
 */
public record MazeScore(
    long puzzles,
    long exact,
    long shortestPaths,
    long cells,
    long correctCells,
    SortedMap<String, Source> bySource)
    implements Serializable {
  /** The score of nothing. */
  public static final MazeScore EMPTY = new MazeScore(0, 0, 0, 0, 0, new TreeMap<>());

  public MazeScore {
    bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
  }

  /**
   * The score of the mazes of one source.
   *
   * @param puzzles predictions scored
   * @param exact of these, equal to the answer given
   * @param shortestPaths of these, any shortest path
   */
  public record Source(long puzzles, long exact, long shortestPaths) implements Serializable {
    /** Both together. */
    public Source plus(Source other) {
      return new Source(
          puzzles + other.puzzles, exact + other.exact, shortestPaths + other.shortestPaths);
    }
  }

  /**
   * The score of one prediction.
   *
   * @param question a maze
   * @param prediction as many characters
   * @param answer the same with a shortest path marked
   * @param source where the maze comes from; empty: not known
   */
  public static MazeScore of(
      MazeShape shape, String question, String prediction, String answer, String source) {
    int correct = 0;
    for (int cell = 0; cell < answer.length(); cell++) {
      correct += prediction.charAt(cell) == answer.charAt(cell) ? 1 : 0;
    }
    long exact = correct == answer.length() ? 1 : 0;
    long shortest = MazeRules.isShortestPath(shape, question, prediction) ? 1 : 0;
    SortedMap<String, Source> bySource = new TreeMap<>();
    if (!source.isEmpty()) {
      bySource.put(source, new Source(1, exact, shortest));
    }
    return new MazeScore(1, exact, shortest, answer.length(), correct, bySource);
  }

  /** Both together. */
  public MazeScore plus(MazeScore other) {
    SortedMap<String, Source> together = new TreeMap<>(bySource);
    other.bySource.forEach((source, score) -> together.merge(source, score, Source::plus));
    return new MazeScore(
        puzzles + other.puzzles,
        exact + other.exact,
        shortestPaths + other.shortestPaths,
        cells + other.cells,
        correctCells + other.correctCells,
        together);
  }

  /** The 95 % interval of the share of exact predictions. */
  public WilsonInterval exactInterval() {
    return WilsonInterval.of(exact, puzzles);
  }
}
