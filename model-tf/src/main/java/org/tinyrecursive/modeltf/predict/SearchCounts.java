package org.tinyrecursive.modeltf.predict;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a search has brought and cost. Counts of parts add up to those of the whole.
 *
 * @param examples examples predicted, with labels or without
 * @param firstRollout right answers after each step of the first rollout, held where it ended early
 * @param exact examples whose answer taken is right in every labelled token
 * @param right labelled tokens of the answers taken that are right
 * @param steps supervision steps made, in all rollouts
 * @param verified answers taken that are known to keep the puzzle's rules
 * @param overruled answers that confidence alone would not have taken
 * @param bySteps examples by supervision steps spent on each
 */
public record SearchCounts(
    long examples,
    StepCounts firstRollout,
    long exact,
    long right,
    long steps,
    long verified,
    long overruled,
    SortedMap<Integer, Spent> bySteps)
    implements Serializable {
  /** Counts of nothing. */
  public static final SearchCounts EMPTY =
      new SearchCounts(0, StepCounts.EMPTY, 0, 0, 0, 0, 0, new TreeMap<>());

  public SearchCounts {
    bySteps = Collections.unmodifiableSortedMap(new TreeMap<>(bySteps));
  }

  /**
   * Examples that took equally many steps.
   *
   * @param examples how many
   * @param exact of these, right
   */
  public record Spent(long examples, long exact) implements Serializable {
    /** Both together. */
    public Spent plus(Spent other) {
      return new Spent(examples + other.examples, exact + other.exact);
    }
  }

  /** Counts of one example. */
  static SearchCounts of(AnswerSearch search, int labelled) {
    Candidate answer = search.answer();
    long exact = labelled > 0 && answer.right() == labelled ? 1 : 0;
    SortedMap<Integer, Spent> bySteps = new TreeMap<>();
    bySteps.put(search.spent(), new Spent(1, exact));
    return new SearchCounts(
        1,
        StepCounts.of(labelled, search.rightByStep()),
        exact,
        answer.right(),
        search.spent(),
        answer.valid() ? 1 : 0,
        search.isOverruled() ? 1 : 0,
        bySteps);
  }

  /** Both together. */
  public SearchCounts plus(SearchCounts other) {
    SortedMap<Integer, Spent> together = new TreeMap<>(bySteps);
    other.bySteps.forEach((spent, counts) -> together.merge(spent, counts, Spent::plus));
    return new SearchCounts(
        examples + other.examples,
        firstRollout.plus(other.firstRollout),
        exact + other.exact,
        right + other.right,
        steps + other.steps,
        verified + other.verified,
        overruled + other.overruled,
        together);
  }

  /** Examples with labels. */
  public long labelled() {
    return firstRollout.examples();
  }

  /** Share of examples with labels that are right; 0 where there is none. */
  public double exactAccuracy() {
    return share(exact, labelled());
  }

  /** Share of labelled tokens that are right; 0 where there is none. */
  public double tokenAccuracy() {
    return share(right, firstRollout.tokens());
  }

  /** Supervision steps per example; 0 where there is none. */
  public double meanSteps() {
    return share(steps, examples);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
