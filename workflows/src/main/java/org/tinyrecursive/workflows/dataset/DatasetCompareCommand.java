package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinyrecursive.pipelines.storage.OpenDataset;
import org.tinyrecursive.transforms.dataset.compare.DatasetComparison;
import org.tinyrecursive.transforms.dataset.compare.Difference;
import org.tinyrecursive.transforms.dataset.compare.SplitComparison;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.StorageOptions;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what differs between two datasets: settings, sources, counts, puzzles and tokens. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetCompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "one dataset, local or gs://")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "the other")
  private String second;

  @Mixin private StorageOptions storage;
  @Mixin private ResultOptions result;

  /** What was found; keys of the JSON result. */
  record Compared(
      String first,
      String second,
      boolean same,
      List<Difference> settings,
      List<Difference> sources,
      List<Difference> splitsNotCompared,
      Map<String, SplitReport> splits) {}

  /** One split; keys of the JSON result. Of two numbers the first is that of the first dataset. */
  record SplitReport(
      List<Long> groups,
      List<Long> puzzles,
      List<Long> examples,
      long sharedPuzzles,
      List<Integer> onlyFirst,
      List<Integer> onlySecond,
      long differingExamples,
      long differingTokens,
      String firstDifference) {
    static SplitReport of(SplitComparison split) {
      return new SplitReport(
          List.of(split.groups().first(), split.groups().second()),
          List.of(split.puzzles().first(), split.puzzles().second()),
          List.of(split.examples().first(), split.examples().second()),
          split.sharedPuzzles(),
          split.onlyFirst(),
          split.onlySecond(),
          split.differingExamples(),
          split.differingTokens(),
          split.firstDifference().orElse(""));
    }
  }

  @Override
  public Integer call() throws IOException {
    DatasetComparison comparison;
    try (OpenDataset one = storage.place(first).open();
        OpenDataset other = storage.place(second).open()) {
      comparison = DatasetComparison.of(one.dataset(), other.dataset());
    }
    result.print(
        () -> text(comparison),
        new Compared(
            first,
            second,
            comparison.same(),
            comparison.settings(),
            comparison.sources(),
            comparison.notCompared(),
            comparison.splits().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, entry -> SplitReport.of(entry.getValue())))));
    return ExitCode.DONE;
  }

  private String text(DatasetComparison comparison) {
    StringBuilder text = new StringBuilder("A  %s%nB  %s%n".formatted(first, second));
    if (comparison.same()) {
      return text.append("The same dataset: both manifests are equal.").toString();
    }
    differences(text, "settings", comparison.settings());
    differences(text, "sources", comparison.sources());
    if (!comparison.notCompared().isEmpty()) {
      differences(text, "splits that cannot be compared", comparison.notCompared());
    }
    comparison.splits().forEach((name, split) -> split(text, name, split));
    return text.toString().stripTrailing();
  }

  private static void differences(StringBuilder text, String what, List<Difference> found) {
    if (found.isEmpty()) {
      text.append("%n%s: no difference%n".formatted(what));
      return;
    }
    text.append("%n%s%n".formatted(what));
    int width = found.stream().mapToInt(one -> one.what().length()).max().orElseThrow();
    for (Difference one : found) {
      String name = one.what() + " ".repeat(width - one.what().length());
      text.append("  %s  A  %s%n".formatted(name, shown(one.first())));
      text.append("  %s  B  %s%n".formatted(" ".repeat(width), shown(one.second())));
    }
  }

  private static void split(StringBuilder text, String name, SplitComparison split) {
    text.append("%nsplit %s%s%n".formatted(name, split.isSame() ? ": the same examples" : ""));
    count(text, "groups", split.groups());
    count(text, "puzzles", split.puzzles());
    count(text, "examples", split.examples());
    if (!split.isSame()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  puzzles in both %,d, only in A %,d%s, only in B %,d%s%n",
              split.sharedPuzzles(),
              split.puzzles().first() - split.sharedPuzzles(),
              named(split.onlyFirst()),
              split.puzzles().second() - split.sharedPuzzles(),
              named(split.onlySecond())));
      text.append(
          String.format(
              Locale.ROOT,
              "  at the same place %,d examples differ, in %,d tokens%n",
              split.differingExamples(),
              split.differingTokens()));
      split.firstDifference().ifPresent(place -> text.append("  first: %s%n".formatted(place)));
    }
  }

  private static void count(StringBuilder text, String what, SplitComparison.Pair count) {
    text.append(
        String.format(
            Locale.ROOT, "  %-9s A %,12d  B %,12d%n", what, count.first(), count.second()));
  }

  private static String named(List<Integer> ids) {
    return ids.isEmpty()
        ? ""
        : " (puzzle_id %s%s)"
            .formatted(
                ids.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                ids.size() == SplitComparison.NAMED ? ", …" : "");
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }
}
