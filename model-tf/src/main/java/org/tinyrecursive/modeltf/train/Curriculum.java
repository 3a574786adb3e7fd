package org.tinyrecursive.modeltf.train;

import java.util.Arrays;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Reveals cells of the answer in training inputs, fewer as training goes on. What is revealed
 * follows from seed, step and row.
 */
final class Curriculum {
  private static final long REVEAL = StableRandom.hash("revealed cells of a row");

  private final CurriculumConfig config;
  private final int blankToken;
  private final long totalSteps;
  private final long seed;

  /**
   * A curriculum over training.
   *
   * @param blankToken input token of a cell that is to be found
   */
  Curriculum(CurriculumConfig config, int blankToken, long totalSteps, long seed) {
    this.config = config;
    this.blankToken = blankToken;
    this.totalSteps = totalSteps;
    this.seed = seed;
  }

  /** Most known cells of a row at a step, counted from 1. */
  int ceiling(long step) {
    double progress = Math.min(1, (step - 1) / (config.until() * totalSteps));
    double ceiling = config.startClues() + (config.endClues() - config.startClues()) * progress;
    return (int) Math.round(ceiling);
  }

  /**
   * Reveals cells of one row in place.
   *
   * @param inputs tokens of a batch; the row starts at {@code at}
   * @param labels as long; cells whose label is ignored stay blank
   */
  void reveal(long step, int row, int[] inputs, int[] labels, int at, int seqLen) {
    if (!config.isActive()) {
      return;
    }
    int[] blanks = new int[seqLen];
    int hidden = 0;
    for (int i = at; i < at + seqLen; i++) {
      if (inputs[i] == blankToken && labels[i] != Batch.IGNORE_LABEL) {
        blanks[hidden++] = i;
      }
    }
    int known = seqLen - hidden;
    int floor = Math.max(known, config.minClues());
    int ceiling = Math.min(seqLen, Math.max(floor, ceiling(step)));
    StableRandom random = StableRandom.of(seed, REVEAL, step, row);
    int revealed = floor + random.nextInt(ceiling - floor + 1) - known;
    int[] candidates = Arrays.copyOf(blanks, hidden);
    random.shuffle(candidates);
    for (int i = 0; i < revealed; i++) {
      inputs[candidates[i]] = labels[candidates[i]];
    }
  }
}
