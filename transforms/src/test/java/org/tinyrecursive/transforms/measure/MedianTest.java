package org.tinyrecursive.transforms.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void theMiddleOfAnOddNumberIsOneOfThem() {
    assertThat(Median.of(List.of(9.0, 1.0, 4.0), one -> one)).isEqualTo(4);
    assertThat(Median.of(List.of(7.0), one -> one)).isEqualTo(7);
  }

  @Test
  void theMiddleOfAnEvenNumberIsTheMeanOfTwo() {
    assertThat(Median.of(List.of(8.0, 1.0, 4.0, 2.0), one -> one)).isEqualTo(3);
  }
}
