package org.tinyrecursive.modeltf.predict;

import java.io.Serializable;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How much a model may think about one example. A rollout is some supervision steps from a fresh
 * carry; the first is the model's own, in the others Gaussian noise is added to the latents before
 * every step (PTRM: the most confident of many noisy rollouts is right more often than the one
 * without noise).
 *
 * @param rollouts most rollouts of an example, 1 and above
 * @param noise standard deviation of the noise, above 0; of no effect with one rollout
 * @param maxSteps most supervision steps of a rollout; 0: the model's halt_max_steps
 * @param earlyExit when a rollout, and with it the example, is done early
 * @param choice which of the answers found is taken
 * @param seed of the noise
 */
public record SearchSettings(
    int rollouts, double noise, int maxSteps, EarlyExit earlyExit, AnswerChoice choice, long seed)
    implements Serializable {
  /** Noise where nothing is said: the published value. */
  public static final double DEFAULT_NOISE = 0.3;

  /** One rollout of all the model's steps, as in evaluation. */
  public static final SearchSettings PLAIN =
      new SearchSettings(1, DEFAULT_NOISE, 0, EarlyExit.NEVER, AnswerChoice.MOST_CONFIDENT, 0);

  /** Which answer is taken. */
  public enum AnswerChoice {
    /** The last answer of the rollout whose q_halt is highest. */
    MOST_CONFIDENT,
    /**
     * An answer that keeps the puzzle's rules, found after any step of any rollout; the most
     * confident one where there are several or none.
     */
    VALID_FIRST
  }

  /**
   * @throws InputRefusedException if a value is out of its range
   */
  public SearchSettings {
    if (rollouts < 1) {
      throw new InputRefusedException("--rollouts is %d, allowed: 1 and above".formatted(rollouts));
    }
    if (!(noise > 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new InputRefusedException("--noise is %s, allowed: above 0".formatted(noise));
    }
    if (maxSteps < 0) {
      throw new InputRefusedException(
          "--halt-max-steps is %d, allowed: 1 and above".formatted(maxSteps));
    }
  }

  /** The same with so many rollouts. */
  public SearchSettings withRollouts(int count, double scale) {
    return new SearchSettings(count, scale, maxSteps, earlyExit, choice, seed);
  }

  /** The same with so many steps. */
  public SearchSettings withMaxSteps(int steps) {
    return new SearchSettings(rollouts, noise, steps, earlyExit, choice, seed);
  }

  /** The same with this exit. */
  public SearchSettings withEarlyExit(EarlyExit exit) {
    return new SearchSettings(rollouts, noise, maxSteps, exit, choice, seed);
  }

  /** The same with this choice. */
  public SearchSettings withChoice(AnswerChoice taken) {
    return new SearchSettings(rollouts, noise, maxSteps, earlyExit, taken, seed);
  }

  /** The same with this seed. */
  public SearchSettings withSeed(long other) {
    return new SearchSettings(rollouts, noise, maxSteps, earlyExit, choice, other);
  }

  /** The same with the steps that the model was trained for, where none are set. */
  public SearchSettings orSteps(int haltMaxSteps) {
    return maxSteps == 0 ? withMaxSteps(haltMaxSteps) : this;
  }

  /** Whether any rollout has noise. */
  public boolean isNoisy() {
    return rollouts > 1;
  }
}
