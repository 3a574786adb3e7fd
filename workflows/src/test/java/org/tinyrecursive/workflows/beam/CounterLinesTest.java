package org.tinyrecursive.workflows.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterLinesTest {
  private final PrintWriter err = new PrintWriter(new StringWriter());

  @Test
  void tellsTheTimeLeftWhereTheEndIsKnown() {
    CounterLines lines = CounterLines.towards(err, "predicted", 2000);

    assertThat(lines.render(Map.of("predicted", 500L), 30))
        .isEqualTo("  30 s  predicted 500 of 2,000, 90 s left");
    assertThat(lines.render(Map.of(), 2)).isEqualTo("   2 s  predicted 0 of 2,000");
  }

  @Test
  void tellsCountersAloneWhereNoEndIsKnown() {
    assertThat(new CounterLines(err, List.of("read", "kept")).render(Map.of("kept", 1234L), 4))
        .isEqualTo("   4 s  read 0, kept 1,234");
  }
}
