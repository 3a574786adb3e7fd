package org.tinyrecursive.workflows.bench;

import java.time.LocalDate;
import java.util.Locale;
import org.tinyrecursive.pipelines.bench.RnaSplitBenchmark.Row;
import org.tinyrecursive.pipelines.bench.RnaSplitBenchmark.Table;
import org.tinyrecursive.rna.score.MeanInterval;
import org.tinyrecursive.workflows.cli.Counted;

/** The table of methods as Markdown, which also reads well in a terminal. */
final class RnaSplitText {
  private RnaSplitText() {}

  static String table(Table table, LocalDate lastKnown) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s after %s, from %s known by then; %s left out%n%n",
            Counted.of(table.targets(), "target"),
            lastKnown,
            Counted.of(table.libraryChains(), "chain"),
            table.nearCopiesLeftOut() == 1
                ? "1 near copy"
                : "%,d near copies".formatted(table.nearCopiesLeftOut())));
    text.append(line("method", "first guess", "best of five", "last row is better by"));
    text.append(line("---", "---", "---", "---"));
    for (Row row : table.rows()) {
      text.append(
          line(
              row.method(),
              cell("%.3f (%.3f–%.3f)", row.first()),
              cell("%.3f (%.3f–%.3f)", row.best()),
              row.lastLead() == null ? "" : cell("%+.3f (%+.3f to %+.3f)", row.lastLead())));
    }
    return text.toString().stripTrailing();
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "| %-31s | %-21s | %-21s | %-25s |%n", (Object[]) cells);
  }

  private static String cell(String format, MeanInterval value) {
    return String.format(Locale.ROOT, format, value.mean(), value.low(), value.high());
  }
}
