package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.maze.MazeScore;

/**
 * A score and what must be known beside it. Reports of parts add up to that of the whole, in any
 * order.
 *
 * @param score of the predictions that could be scored
 * @param missing answers given for which there is no prediction
 * @param repeated predictions of a question beyond its first; they are scored like all others
 * @param rejects rows refused
 * @param firstRejects the first few of them, in the order of files and lines
 */
public record MazeScoreReport(
    MazeScore score, long missing, long repeated, long rejects, List<Reject> firstRejects)
    implements Serializable {
  /** The report on nothing. */
  public static final MazeScoreReport EMPTY =
      new MazeScoreReport(MazeScore.EMPTY, 0, 0, 0, List.of());

  private static final int KEPT_REJECTS = 5;

  public MazeScoreReport {
    firstRejects = List.copyOf(firstRejects);
  }

  static MazeScoreReport ofScore(MazeScore score) {
    return new MazeScoreReport(score, 0, 0, 0, List.of());
  }

  static MazeScoreReport ofReject(Reject reject) {
    return new MazeScoreReport(MazeScore.EMPTY, 0, 0, 1, List.of(reject));
  }

  static MazeScoreReport ofMissing() {
    return new MazeScoreReport(MazeScore.EMPTY, 1, 0, 0, List.of());
  }

  static MazeScoreReport ofRepeated(long repeated) {
    return new MazeScoreReport(MazeScore.EMPTY, 0, repeated, 0, List.of());
  }

  /** Both together. */
  public MazeScoreReport plus(MazeScoreReport other) {
    List<Reject> first =
        Stream.concat(firstRejects.stream(), other.firstRejects.stream())
            .sorted(Reject.BY_ORIGIN)
            .limit(KEPT_REJECTS)
            .toList();
    return new MazeScoreReport(
        score.plus(other.score),
        missing + other.missing,
        repeated + other.repeated,
        rejects + other.rejects,
        first);
  }
}
