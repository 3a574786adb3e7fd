package org.tinyrecursive.modeltf.checkpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the evaluations of a run compare.
 *
 * @param best the best, in order; of equals the later first, for it has seen more
 * @param bar the exact accuracy that a later evaluation must beat to count as a gain
 * @param withoutGain evaluations since then
 */
public record Standing(List<BestScore> best, double bar, int withoutGain) {
  /** Before the first evaluation. */
  public static final Standing NONE = new Standing(List.of(), -1, 0);

  public Standing {
    best = List.copyOf(best);
  }

  /** The best evaluation; empty before the first. */
  public Optional<BestScore> first() {
    return best.stream().findFirst();
  }

  /**
   * After one more evaluation.
   *
   * @param keep evaluations kept
   * @param minGain what is above the bar by more than this counts as a gain
   */
  public Standing with(BestScore score, int keep, double minGain) {
    List<BestScore> all = new ArrayList<>(best);
    all.removeIf(one -> one.step() == score.step());
    all.add(score);
    all.sort(
        Comparator.comparingDouble(BestScore::exactAccuracy)
            .thenComparingLong(BestScore::step)
            .reversed());
    boolean gain = score.exactAccuracy() > bar + (bar < 0 ? 0 : minGain);
    return new Standing(
        all.subList(0, Math.min(keep, all.size())),
        gain ? score.exactAccuracy() : bar,
        gain ? 0 : withoutGain + 1);
  }
}
