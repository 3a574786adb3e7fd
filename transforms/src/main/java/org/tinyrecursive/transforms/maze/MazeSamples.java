package org.tinyrecursive.transforms.maze;

import java.util.function.LongConsumer;
import org.tinyrecursive.transforms.samples.SampleDraw;
import org.tinyrecursive.transforms.samples.Samples;

/** Mazes to train on and to hold out. */
public final class MazeSamples {
  private MazeSamples() {}

  /**
   * Draws both sets, as {@link SampleDraw} does; a maze walked from goal to start counts as a
   * symmetric copy.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a count is negative, or there are
   *     not so many mazes
   */
  public static Samples<MazePuzzle> draw(
      MazeGenerator generator, int trainCount, int testCount, LongConsumer progress) {
    return new SampleDraw<MazePuzzle>(
            generator::puzzle,
            MazePuzzle::question,
            puzzle -> MazeSymmetry.canonicalForm(puzzle.question()),
            "a larger maze or a shorter path")
        .draw(trainCount, testCount, progress);
  }
}
