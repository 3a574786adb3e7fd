package org.tinyrecursive.workflows.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildProgressTest {
  private static final Map<String, Long> READING = Map.of("read", 900L, "rejected", 1L);
  private static final Map<String, Long> EXPANDING =
      Map.of(
          "read",
          960L,
          "kept",
          1000L,
          "duplicate",
          654L,
          "short",
          2L,
          "written",
          12_000L,
          "expected_puzzles",
          4000L,
          "expanded_puzzles",
          1000L);

  private final BuildProgress progress = new BuildProgress(new PrintWriter(new StringWriter()));

  @Test
  void whileRecordsAreReadNoTimeIsGuessed() {
    assertThat(progress.line(READING, 3))
        .isEqualTo("   3 s  read 900, rejected 1, kept 0, duplicate 0, short 0, written 0");
  }

  @Test
  void timeLeftCountsFromWhenAllRecordsWereRead() {
    progress.line(READING, 4);
    assertThat(progress.line(EXPANDING, 10))
        .isEqualTo(
            "  10 s  read 960, rejected 0, kept 1,000, duplicate 654, short 2, written 12,000,"
                + " 2,000/s, 18 s left");
  }

  @Test
  void onATerminalTheBarComesFirst() {
    progress.bar(READING, 4, 200);
    assertThat(progress.bar(EXPANDING, 10, 200))
        .startsWith(" 25% [=======" + " ".repeat(23) + "] 2,000/s, 18 s left, read 960, rejected 0")
        .endsWith("kept 1,000, duplicate 654, short 2, written 12,000");
  }

  @Test
  void barStaysWithinTheTerminal() {
    for (int columns = 0; columns < 160; columns++) {
      assertThat(progress.bar(EXPANDING, 10, columns).length()).isLessThanOrEqualTo(columns);
    }
    assertThat(progress.bar(EXPANDING, 10, 80)).startsWith(" 25% [==        ] ");
  }
}
