package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.csv.RejectedRowException;

/** Whether tokens solve a maze, told without knowing its answer. */
public final class MazeRules {
  private MazeRules() {}

  /**
   * Whether an answer leaves walls, start and goal where they are and marks a shortest path, any of
   * several, and nothing beside it.
   *
   * @param question [cells] tokens
   * @param answer [cells] tokens, of whatever values
   */
  public static boolean isShortestPath(MazeShape shape, byte[] question, byte[] answer) {
    for (byte token : answer) {
      if (token < MazeGrid.WALL || token > MazeGrid.PATH) {
        return false; // padding
      }
    }
    try {
      PathCheck.steps(MazeGrid.ofTokens(shape, question), MazeGrid.ofTokens(shape, answer));
      return true;
    } catch (RejectedRowException wrong) {
      return false;
    }
  }
}
