package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/** Whether tokens solve a maze, told without knowing its answer. */
public final class MazeRules {
  private MazeRules() {}

  /**
   * Reads a question whose answer is not known.
   *
   * @throws RejectedRowException if it is no grid of this shape, start or goal is not there once, a
   *     path is marked, or no way leads from start to goal
   */
  public static MazeGrid parseQuestion(MazeShape shape, String text) throws RejectedRowException {
    try {
      MazeGrid question = MazeGrid.parse(shape, text);
      PathCheck.shortest(question);
      return question;
    } catch (InputRefusedException refused) {
      RejectedRowException rejected = new RejectedRowException("question", refused.getMessage());
      rejected.initCause(refused);
      throw rejected;
    }
  }

  /**
   * The same of text, as raw files and predictions have it.
   *
   * @param question a maze of this shape
   * @param answer as many characters, of whatever kind
   */
  public static boolean isShortestPath(MazeShape shape, String question, String answer) {
    byte[] marked = new byte[answer.length()];
    for (int cell = 0; cell < marked.length; cell++) {
      marked[cell] = (byte) (MazeGrid.CHARACTERS.indexOf(answer.charAt(cell)) + 1);
    }
    return isShortestPath(shape, MazeGrid.parse(shape, question).toTokens(), marked);
  }

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
