package org.tinyrecursive.transforms.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theDeviationIsThatOfASample() {
    Spread spread = Spread.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));

    assertThat(spread.count()).isEqualTo(8);
    assertThat(spread.mean()).isEqualTo(5);
    assertThat(spread.sd()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
    assertThat(spread.min()).isEqualTo(2);
    assertThat(spread.max()).isEqualTo(9);
  }

  @Test
  void oneValueHasNoDeviationAndNoneHasNothing() {
    assertThat(Spread.of(List.of(3.0)).mean()).isEqualTo(3);
    assertThat(Spread.of(List.of(3.0)).sd()).isNaN();
    assertThat(Spread.of(List.of()).mean()).isNaN();
    assertThat(Spread.of(List.of()).max()).isNaN();
  }
}
