package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * One row of the published maze CSV.
 *
 * @param source where the maze comes from
 * @param question walls, start and goal
 * @param answer the same with a shortest path marked
 * @param rating how hard the maze is, 0 and up; in ours the steps of the shortest path
 */
public record MazePuzzle(String source, MazeGrid question, MazeGrid answer, int rating) {

  /**
   * @throws IllegalArgumentException if the shapes differ, the answer marks no shortest path of the
   *     question, or the rating is negative
   */
  public MazePuzzle {
    if (!question.shape().equals(answer.shape())) {
      throw new IllegalArgumentException(
          "question is %s, answer %s".formatted(question.shape(), answer.shape()));
    }
    try {
      PathCheck.steps(question, answer);
    } catch (RejectedRowException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
    if (rating < 0) {
      throw new IllegalArgumentException("rating is " + rating + ", allowed: 0 and above");
    }
  }

  /** The size of the maze. */
  public MazeShape shape() {
    return question.shape();
  }

  /** Steps of the shortest path: marked cells and the last step onto the goal. */
  public int pathLength() {
    return answer.count(MazeGrid.PATH) + 1;
  }
}
