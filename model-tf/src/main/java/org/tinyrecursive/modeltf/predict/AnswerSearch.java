package org.tinyrecursive.modeltf.predict;

import java.util.Arrays;
import org.tinyrecursive.modeltf.graph.RowStarts;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * The search for the answer to one example: rollouts one after the other, in one row of a batch.
 * What it does depends on the example and the settings alone.
 */
final class AnswerSearch {
  private final SearchSettings settings;
  private final AnswerCheck check;
  private final int example;
  private final byte[] question;
  private final int identifier;
  private final long key;
  private final int[] rightByStep;
  private Candidate best;
  private Candidate mostConfident;
  private int rollout;
  private int step;
  private int spent;

  /**
   * @param settings with its steps set
   * @param example place in the split
   * @param question [S] tokens
   * @param identifier of the puzzle
   */
  AnswerSearch(
      SearchSettings settings, AnswerCheck check, int example, byte[] question, int identifier) {
    this.settings = settings;
    this.check = check;
    this.example = example;
    this.question = question;
    this.identifier = identifier;
    this.key = key(question, identifier);
    this.rightByStep = new int[settings.maxSteps()];
  }

  private static long key(byte[] question, int identifier) {
    long key = StableRandom.mix(identifier);
    for (byte token : question) {
      key = StableRandom.mix(key ^ token);
    }
    return key;
  }

  /** Says how the example's row begins its next step. */
  void prepare(RowStarts starts, int row) {
    if (step == 0) {
      starts.begin(row);
    } else {
      starts.goOn(row);
    }
    if (rollout > 0) {
      starts.addNoise(row, settings.noise(), StableRandom.of(settings.seed(), key, rollout, step));
    }
  }

  /**
   * Takes what the step has brought.
   *
   * @param right labelled tokens that are right
   * @return whether the search is over
   */
  boolean accept(byte[] tokens, float qHalt, int right) {
    boolean checked = settings.choice() == AnswerChoice.VALID_FIRST;
    Candidate found =
        new Candidate(tokens, qHalt, right, checked && check.isValid(question, tokens));
    if (rollout == 0) {
      rightByStep[step] = right;
    }
    step++;
    spent++;
    // Where answers can be checked, being sure is not enough and being right needs no confidence.
    boolean sure =
        checked
            ? found.valid() && settings.earlyExit().isPossible()
            : settings.earlyExit().isSure(qHalt);
    boolean ended = sure || step == settings.maxSteps();
    if (ended || found.valid()) {
      consider(found, ended);
    }
    if (!ended) {
      return false;
    }
    if (rollout == 0) {
      Arrays.fill(rightByStep, step, rightByStep.length, right);
    }
    rollout++;
    step = 0;
    return sure || rollout == settings.rollouts();
  }

  private void consider(Candidate found, boolean lastOfRollout) {
    if (best == null || found.beats(best)) {
      best = found;
    }
    if (lastOfRollout && (mostConfident == null || found.qHalt() > mostConfident.qHalt())) {
      mostConfident = found;
    }
  }

  int example() {
    return example;
  }

  byte[] question() {
    return question;
  }

  int identifier() {
    return identifier;
  }

  /** The answer taken. */
  Candidate answer() {
    return best;
  }

  /** Whether the rules led to another answer than confidence would have. */
  boolean isOverruled() {
    return !Arrays.equals(best.tokens(), mostConfident.tokens());
  }

  /** Supervision steps made, in all rollouts. */
  int spent() {
    return spent;
  }

  /** Labelled tokens that are right after each step of the first rollout; held where it ended. */
  int[] rightByStep() {
    return rightByStep;
  }
}
