package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainBarTest {
  private static final String STATUS = "step 30/60  loss 0.5";

  @Test
  void aWideTerminalGetsAWholeBar() {
    assertThat(TrainBar.render(0.5, STATUS, 120))
        .isEqualTo(" 50% [==========          ] " + STATUS);
  }

  @Test
  void aNarrowTerminalGetsAShorterBarThenNone() {
    assertThat(TrainBar.render(0.5, STATUS, 32)).isEqualTo(" 50% [==  ] " + STATUS);
    assertThat(TrainBar.render(0.5, STATUS, 31)).isEqualTo(" 50% " + STATUS);
    assertThat(TrainBar.render(0.5, STATUS, 12)).isEqualTo(" 50% step 30");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 27, 28, 29, 47, 48, 49, 200})
  void noLineIsWiderThanTheTerminal(int columns) {
    assertThat(TrainBar.render(1, STATUS, columns)).hasSizeLessThanOrEqualTo(columns);
  }
}
