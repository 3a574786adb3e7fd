package org.tinyrecursive.workflows.train;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tinyrecursive.transforms.statistics.Spread;

/**
 * What runs with several seeds came to; keys of the JSON result and of {@code seeds.json}.
 *
 * @param runs those that are over, in the order of the seeds
 * @param meanExactAccuracy mean over the runs that were evaluated; null where none was
 * @param sdExactAccuracy sample standard deviation; null where fewer than two were
 * @param report the page; null until all runs are over
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record SeedsSummary(
    String recipe,
    String data,
    List<Long> seeds,
    List<SeedScore> runs,
    Double meanExactAccuracy,
    Double sdExactAccuracy,
    Double minExactAccuracy,
    Double maxExactAccuracy,
    double seconds,
    String outputDir,
    String report) {
  SeedsSummary {
    seeds = List.copyOf(seeds);
    runs = List.copyOf(runs);
  }

  static SeedsSummary of(
      String recipe,
      String data,
      List<Long> seeds,
      List<SeedScore> runs,
      String outputDir,
      String report) {
    Spread spread =
        Spread.of(runs.stream().map(SeedScore::exactAccuracy).filter(Objects::nonNull).toList());
    return new SeedsSummary(
        recipe,
        data,
        seeds,
        runs,
        orNull(spread.mean()),
        orNull(spread.sd()),
        orNull(spread.min()),
        orNull(spread.max()),
        runs.stream().mapToDouble(SeedScore::seconds).sum(),
        outputDir,
        report);
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** The outcome in one sentence. */
  String verdict() {
    if (meanExactAccuracy == null) {
      return "Nothing was evaluated.";
    }
    String range =
        String.format(
            Locale.ROOT,
            "%.2f to %.2f %%, %d seeds",
            100 * minExactAccuracy,
            100 * maxExactAccuracy,
            runs.size());
    return sdExactAccuracy == null
        ? String.format(Locale.ROOT, "Exact accuracy %.2f %%.", 100 * meanExactAccuracy)
        : String.format(
            Locale.ROOT,
            "Exact accuracy %.2f ± %.2f %% (mean and standard deviation; %s).",
            100 * meanExactAccuracy,
            100 * sdExactAccuracy,
            range);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%8s  %8s  %8s  %8s  %s%n", "seed", "exact", "cell", "steps", "end"));
    for (SeedScore run : runs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8d  %8s  %8s  %,8d  %s%n",
              run.seed(),
              percent(run.exactAccuracy()),
              percent(run.cellAccuracy()),
              run.step(),
              run.end()));
    }
    text.append(verdict());
    return report == null
        ? text.append(
                String.format(
                    "%n%d of %d runs are over; go on with the same command and --resume",
                    runs.size(), seeds.size()))
            .toString()
        : text.append(String.format("%nreport  %s", report)).toString();
  }

  /** Such as {@code 97.31 %}. */
  static String percent(Double share) {
    return share == null ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
