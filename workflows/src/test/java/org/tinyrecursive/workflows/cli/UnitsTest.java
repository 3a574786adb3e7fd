package org.tinyrecursive.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "90s,PT1M30S",
    "30m,PT30M",
    "1h30m,PT1H30M",
    "2d,PT48H",
    "250ms,PT0.25S",
    "1m5ms,PT1M0.005S"
  })
  void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
    assertThat(DurationText.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "5", "-3m", "1.5h", "m", "30m1h", "99999999999999999999s"})
  void otherDurationsAreRefusedByName(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.82S,820 ms",
    "PT4.25S,4.3 s",
    "PT59.97S,1 m 00 s",
    "PT3M5S,3 m 05 s",
    "PT1H20M,1 h 20 m",
    "PT59M59.9S,1 h 00 m",
    "PT49H,2 d 01 h"
  })
  void durationsArePrintedInTheirTwoLargestUnits(Duration duration, String expected) {
    assertThat(DurationText.format(duration)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "999,999 B",
    "1000,1.00 kB",
    "9996,10.0 kB",
    "208000000,208 MB",
    "999600,1.00 MB",
    "9223372036854775807,9.22 EB"
  })
  void sizesArePrintedWithThreeDigits(long bytes, String expected) {
    assertThat(ByteText.format(bytes)).isEqualTo(expected);
  }
}
