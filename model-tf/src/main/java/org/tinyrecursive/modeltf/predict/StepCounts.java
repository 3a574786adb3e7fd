package org.tinyrecursive.modeltf.predict;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import org.tinyrecursive.modeltf.train.BatchScore;

/**
 * Right answers after each supervision step. Counts of parts add up to those of the whole.
 *
 * @param examples examples predicted
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

  /** Counts of a batch, given its score after every supervision step in order. */
  static StepCounts of(List<BatchScore> steps) {
    return new StepCounts(
        steps.get(0).rows(),
        sum(steps.get(0), BatchScore::labelled),
        steps.stream().map(step -> sum(step, (s, row) -> s.exact(row) ? 1 : 0)).toList(),
        steps.stream().map(step -> sum(step, BatchScore::right)).toList());
  }

  private static long sum(BatchScore score, ToIntBiFunction<BatchScore, Integer> ofRow) {
    return IntStream.range(0, score.rows()).map(row -> ofRow.applyAsInt(score, row)).sum();
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
