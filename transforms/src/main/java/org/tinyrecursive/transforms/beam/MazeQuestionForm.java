package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.maze.MazeGrid;
import org.tinyrecursive.transforms.maze.MazeInvariant;
import org.tinyrecursive.transforms.maze.MazeSymmetry;

/**
 * Mazes, up to turns and flips and to going the way back, see {@link MazeSymmetry#canonicalForm}.
 *
 * @param format of every maze
 */
public record MazeQuestionForm(MazeFormat format) implements QuestionForm {
  @Override
  public long invariant(byte[] question) {
    return MazeInvariant.of(format.shape(), question);
  }

  @Override
  public String canonical(byte[] question) {
    return MazeSymmetry.canonicalForm(MazeGrid.ofTokens(format.shape(), question));
  }
}
