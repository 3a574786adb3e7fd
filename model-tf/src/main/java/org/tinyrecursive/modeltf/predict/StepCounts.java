package org.tinyrecursive.modeltf.predict;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Right answers after each supervision step. Counts of parts add up to those of the whole.
 *
 * @param examples examples with labels
 * @param tokens labelled tokens of all of them
 * @param exactByStep examples right in every labelled token, after 1, 2, … supervision steps
 * @param tokensByStep labelled tokens that are right, likewise
 */
public record StepCounts(
    long examples, long tokens, List<Long> exactByStep, List<Long> tokensByStep)
    implements Serializable {
  /** Counts of nothing. */
  public static final StepCounts EMPTY = new StepCounts(0, 0, List.of(), List.of());

  public StepCounts {
    exactByStep = List.copyOf(exactByStep);
    tokensByStep = List.copyOf(tokensByStep);
  }

  /**
   * Counts of one example.
   *
   * @param labelled its tokens that have a label
   * @param rightByStep of these, right after each supervision step in order
   */
  static StepCounts of(int labelled, int[] rightByStep) {
    return new StepCounts(
        labelled > 0 ? 1 : 0,
        labelled,
        IntStream.of(rightByStep)
            .mapToObj(right -> labelled > 0 && right == labelled ? 1L : 0L)
            .toList(),
        IntStream.of(rightByStep).mapToObj(right -> (long) right).toList());
  }

  /** Both together. */
  public StepCounts plus(StepCounts other) {
    return new StepCounts(
        examples + other.examples,
        tokens + other.tokens,
        sum(exactByStep, other.exactByStep),
        sum(tokensByStep, other.tokensByStep));
  }

  /** Share of examples that are right after {@code step} supervision steps, counted from 1. */
  public double exactAccuracy(int step) {
    return examples == 0 ? 0 : (double) exactByStep.get(step - 1) / examples;
  }

  /** Share of labelled tokens that are right after {@code step} steps, counted from 1. */
  public double tokenAccuracy(int step) {
    return tokens == 0 ? 0 : (double) tokensByStep.get(step - 1) / tokens;
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      sums.add((i < one.size() ? one.get(i) : 0) + (i < other.size() ? other.get(i) : 0));
    }
    return sums;
  }
}
