package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import java.util.List;
import org.tinyrecursive.modeltf.predict.SearchCounts;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;

/**
 * How answers were searched for, and what that took.
 *
 * @param rollouts most rollouts of an example
 * @param noise standard deviation of the noise of all rollouts but the first; 0: there was none
 * @param seed of the noise
 * @param haltMaxSteps most supervision steps of a rollout
 * @param earlyExit confidence at which a row was done early; 0: none was
 * @param verify whether answers that keep the puzzle's rules were preferred
 * @param meanSteps supervision steps spent per example, in all rollouts
 * @param verified answers that keep the puzzle's rules; 0 where {@code verify} is false
 * @param overruled answers that confidence alone would not have taken
 * @param bySteps accuracy against compute: the examples by the steps spent on each
 */
public record SearchReport(
    int rollouts,
    double noise,
    long seed,
    int haltMaxSteps,
    double earlyExit,
    boolean verify,
    double meanSteps,
    long verified,
    long overruled,
    List<Spent> bySteps)
    implements Serializable {
  public SearchReport {
    bySteps = List.copyOf(bySteps);
  }

  /**
   * Examples that took equally many steps.
   *
   * @param steps supervision steps spent on each
   * @param examples how many
   * @param exact of these, right
   */
  public record Spent(int steps, long examples, long exact) implements Serializable {}

  /** A report without figures. */
  static SearchReport template(SearchSettings settings) {
    return new SearchReport(
        settings.rollouts(),
        settings.isNoisy() ? settings.noise() : 0,
        settings.seed(),
        settings.maxSteps(),
        settings.earlyExit().isPossible() ? settings.earlyExit().confidence() : 0,
        settings.choice() == AnswerChoice.VALID_FIRST,
        0,
        0,
        0,
        List.of());
  }

  SearchReport with(SearchCounts counts) {
    return new SearchReport(
        rollouts,
        noise,
        seed,
        haltMaxSteps,
        earlyExit,
        verify,
        counts.meanSteps(),
        counts.verified(),
        counts.overruled(),
        counts.bySteps().entrySet().stream()
            .map(e -> new Spent(e.getKey(), e.getValue().examples(), e.getValue().exact()))
            .toList());
  }
}
