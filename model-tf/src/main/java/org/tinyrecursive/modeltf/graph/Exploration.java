package org.tinyrecursive.modeltf.graph;

import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Least steps of each row: with probability halt_exploration_prob uniform over 2 … halt_max_steps,
 * else none. A function of seed and step, so a resumed run explores alike.
 */
final class Exploration {
  private final ModelConfig config;
  private final long seed;

  Exploration(ModelConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  /** [rows] least steps of training step {@code step}; 0: none. */
  int[] leastSteps(long step, int rows) {
    int[] least = new int[rows];
    int most = config.haltMaxSteps();
    if (most > 1 && config.haltExplorationProb() > 0) {
      StableRandom random = StableRandom.of(seed, StableRandom.hash("exploration"), step);
      for (int row = 0; row < rows; row++) {
        boolean explores = random.nextDouble() < config.haltExplorationProb();
        int drawn = 2 + random.nextInt(most - 1);
        least[row] = explores ? drawn : 0;
      }
    }
    return least;
  }
}
