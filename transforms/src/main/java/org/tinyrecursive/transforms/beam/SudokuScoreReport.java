package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.sudoku.ClueScore;
import org.tinyrecursive.transforms.sudoku.SudokuScore;

/**
 * A score and what must be known beside it. Reports of parts add up to that of the whole, in any
 * order.
 *
 * @param score of the predictions that could be scored
 * @param missing answers given for which there is no prediction
 * @param repeated predictions of a question beyond its first; they are scored like all others
 * @param rejects rows refused
 * @param firstRejects the first few of them, in the order of files and lines
 * @param bySource scores by source of the puzzles; empty where the answers name none
 */
public record SudokuScoreReport(
    SudokuScore score,
    long missing,
    long repeated,
    long rejects,
    List<Reject> firstRejects,
    SortedMap<String, ClueScore> bySource)
    implements Serializable {
  /** The report on nothing. */
  public static final SudokuScoreReport EMPTY =
      new SudokuScoreReport(SudokuScore.EMPTY, 0, 0, 0, List.of(), new TreeMap<>());

  private static final int KEPT_REJECTS = 5;

  public SudokuScoreReport {
    firstRejects = List.copyOf(firstRejects);
    bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
  }

  static SudokuScoreReport ofScore(SudokuScore score, String source) {
    SortedMap<String, ClueScore> bySource = new TreeMap<>();
    if (!source.isEmpty()) {
      bySource.put(source, new ClueScore(score.puzzles(), score.exact()));
    }
    return new SudokuScoreReport(score, 0, 0, 0, List.of(), bySource);
  }

  static SudokuScoreReport ofReject(Reject reject) {
    return new SudokuScoreReport(SudokuScore.EMPTY, 0, 0, 1, List.of(reject), new TreeMap<>());
  }

  static SudokuScoreReport ofMissing() {
    return new SudokuScoreReport(SudokuScore.EMPTY, 1, 0, 0, List.of(), new TreeMap<>());
  }

  static SudokuScoreReport ofRepeated(long repeated) {
    return new SudokuScoreReport(SudokuScore.EMPTY, 0, repeated, 0, List.of(), new TreeMap<>());
  }

  /** Both together. */
  public SudokuScoreReport plus(SudokuScoreReport other) {
    List<Reject> first =
        Stream.concat(firstRejects.stream(), other.firstRejects.stream())
            .sorted(Reject.BY_ORIGIN)
            .limit(KEPT_REJECTS)
            .toList();
    SortedMap<String, ClueScore> together = new TreeMap<>(bySource);
    other.bySource.forEach((source, found) -> together.merge(source, found, ClueScore::plus));
    return new SudokuScoreReport(
        score.plus(other.score),
        missing + other.missing,
        repeated + other.repeated,
        rejects + other.rejects,
        first,
        together);
  }
}
