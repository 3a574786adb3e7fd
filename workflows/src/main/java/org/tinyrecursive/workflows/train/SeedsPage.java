package org.tinyrecursive.workflows.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.workflows.cli.DurationText;
import org.tinyrecursive.workflows.cli.OutputPlace;
import org.tinyrecursive.workflows.report.PageTemplate;

/** The page about runs with several seeds. */
final class SeedsPage {
  private SeedsPage() {}

  /** Writes it, whole or not at all. */
  static void write(SeedsSummary summary, Path file) throws IOException {
    new OutputPlace("report", file).writeText(render(summary));
  }

  static String render(SeedsSummary summary) {
    return PageTemplate.render(
        PageTemplate.FOLDER,
        "seeds.peb",
        Map.of(
            "recipe",
            summary.recipe(),
            "data",
            summary.data(),
            "verdict",
            summary.verdict(),
            "runs",
            summary.runs().stream().map(SeedsPage::row).toList(),
            "tiles",
            tiles(summary),
            "style",
            PageTemplate.resource(PageTemplate.FOLDER + "report.css")));
  }

  private static List<Map<String, String>> tiles(SeedsSummary summary) {
    return List.of(
        tile("mean", SeedsSummary.percent(summary.meanExactAccuracy())),
        tile("standard deviation", SeedsSummary.percent(summary.sdExactAccuracy())),
        tile("lowest", SeedsSummary.percent(summary.minExactAccuracy())),
        tile("highest", SeedsSummary.percent(summary.maxExactAccuracy())));
  }

  private static Map<String, String> tile(String label, String value) {
    return Map.of("label", label, "value", value);
  }

  private static Map<String, String> row(SeedScore run) {
    double share = run.exactAccuracy() == null ? 0 : run.exactAccuracy();
    return Map.of(
        "seed", Long.toString(run.seed()),
        "exact", SeedsSummary.percent(run.exactAccuracy()),
        "width", String.format(Locale.ROOT, "%.1f", 100 * share),
        "cell", SeedsSummary.percent(run.cellAccuracy()),
        "best", SeedsSummary.percent(run.bestExactAccuracy()),
        "steps", String.format(Locale.ROOT, "%,d", run.step()),
        "time", DurationText.format(Duration.ofMillis((long) (1e3 * run.seconds()))),
        "end", run.end());
  }
}
