package org.tinyrecursive.workflows.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterBarTest {
  private final CounterBar bar =
      new CounterBar(new PrintWriter(new StringWriter()), "residues", 2000, "targets");

  @Test
  void showsTheShareAndTheTimeLeft() {
    String line = bar.render(Map.of("residues", 500L, "targets", 3L), 30, 100);
    assertThat(line)
        .startsWith(" 25% [=======")
        .endsWith("3 targets, 500 of 2,000 residues, 90 s left");
  }

  @Test
  void staysWithinTheTerminal() {
    for (int columns = 0; columns < 90; columns++) {
      assertThat(bar.render(Map.of("residues", 2000L), 30, columns).length())
          .isLessThanOrEqualTo(columns);
    }
  }
}
