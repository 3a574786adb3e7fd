package org.tinyrecursive.transforms.arc.vote;

import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Augmentation;
import org.tinyrecursive.transforms.arc.PuzzleName;

/**
 * What one prediction says, turned back to the original puzzle.
 *
 * @param task id of the original puzzle
 * @param question the original test input
 * @param answer the grid it votes for; empty if no colour was predicted where the question begins
 * @param confidence that the answer is right, 0 to 1: the logistic function of q_halt
 * @param form whether the tokens were those of a drawn grid
 */
public record Vote(
    String task, ArcGrid question, Optional<ArcGrid> answer, double confidence, Form form) {

  /** What predicted tokens look like. */
  public enum Form {
    /** A grid, its end markers and nothing else. */
    CLEAN,
    /** Other tokens besides, or missing markers: the grid had to be cut out. */
    RAGGED
  }

  /**
   * Turns a prediction back. The answer begins where the question does, wherever that lies on the
   * canvas.
   *
   * @param puzzle name of the augmented puzzle
   * @param input [side · side] its tokens
   * @param prediction [side · side] tokens; may hold anything
   * @param logit q_halt
   * @return empty if there is no grid in {@code input}
   */
  public static Optional<Vote> of(
      PuzzleName puzzle, byte[] input, byte[] prediction, double logit) {
    Augmentation back = puzzle.fromOriginal().inverse();
    return AnswerCrop.ofQuestion(input)
        .map(
            question ->
                new Vote(
                    puzzle.task(),
                    back.apply(question),
                    AnswerCrop.at(prediction, AnswerCrop.origin(input)).map(back::apply),
                    sigmoid(logit),
                    ArcCanvas.read(prediction).isPresent() ? Form.CLEAN : Form.RAGGED));
  }

  /** The strict function: the same on every machine, as ties are decided by the last bit. */
  private static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
