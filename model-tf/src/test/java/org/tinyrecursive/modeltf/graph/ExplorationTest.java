package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.ModelConfig;

class ExplorationTest {
  private static final ModelConfig CONFIG = EngineSamples.model().build();

  @Test
  void leastStepsFollowFromSeedAndStep() {
    Exploration exploration = new Exploration(CONFIG, 3);

    assertThat(exploration.leastSteps(5, 100)).isEqualTo(exploration.leastSteps(5, 100));
    assertThat(exploration.leastSteps(5, 100)).isNotEqualTo(exploration.leastSteps(6, 100));
    assertThat(exploration.leastSteps(5, 100))
        .isNotEqualTo(new Exploration(CONFIG, 4).leastSteps(5, 100));
  }

  @Test
  void theAskedShareOfRowsExploresBetweenTwoAndTheMost() {
    int[] least = new Exploration(CONFIG, 0).leastSteps(1, 100_000);
    int[] exploring = Arrays.stream(least).filter(steps -> steps > 0).toArray();

    assertThat(exploring.length / 1e5).isCloseTo(CONFIG.haltExplorationProb(), within(0.01));
    assertThat(exploring).contains(2, CONFIG.haltMaxSteps());
    assertThat(Arrays.stream(exploring).min()).hasValue(2);
    assertThat(Arrays.stream(exploring).max()).hasValue(CONFIG.haltMaxSteps());
  }
}
