package org.tinyrecursive.transforms.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/** The README.md of a dataset: what is in it, made from what, and how to load it. */
public final class DatasetCard {
  /** The card's file name. */
  public static final String FILE_NAME = "README.md";

  private static final int SHOWN_MATCHES = 20;

  private DatasetCard() {}

  /** The card as Markdown, where nothing is known of leakage. */
  public static String of(DatasetManifest manifest) {
    return of(manifest, Optional.empty());
  }

  /**
   * The card as Markdown; a function of what is given alone.
   *
   * @param leakage what of the test split is also learned
   */
  public static String of(DatasetManifest manifest, Optional<LeakageReport> leakage) {
    TokenLayout tokens = manifest.tokens();
    return """
        # %s, %d×%d

        Tokenized puzzles in dataset format %d: Arrow IPC files beside `dataset.json`.

        | split | groups | puzzles | examples | shards | bytes |
        | --- | ---: | ---: | ---: | ---: | ---: |
        %s
        A group is an original puzzle with all its augmentations. %s

        ## Tokens
        Each row holds `inputs` and `labels`, %d tokens each: the %d×%d grid, row by row, with values 0 to %d.
        Padding is %d; %s; puzzle identifiers are 0 to %d, of which %d is blank.

        ## Made from
        %s
        With seed %d and these settings:

        %s
        %s## Load it
        Java:

        ```java
        Split train = Dataset.open(Path.of("…")).split("%s");
        byte[] inputs = new byte[train.seqLen()], labels = new byte[train.seqLen()];
        try (ExampleCursor cursor = train.cursor()) {
          cursor.copy(0, inputs, 0, labels, 0);
        }
        ```

        Python (`pip install pyarrow numpy`):

        ```python
        import glob, numpy as np, pyarrow as pa, pyarrow.ipc as ipc
        files = sorted(glob.glob("%s/part-*.arrow"))
        table = pa.concat_tables(ipc.open_file(pa.memory_map(f)).read_all() for f in files)
        inputs = np.concatenate([c.flatten().to_numpy() for c in table["inputs"].chunks]).reshape(-1, %d)
        ```

        Check it with `trm dataset verify DIR`; look at it with `trm dataset view DIR`.
        """
        .formatted(
            title(manifest.task()),
            tokens.gridRows(),
            tokens.gridColumns(),
            DatasetManifest.FORMAT_VERSION,
            splits(manifest),
            manifest.rejects() == 0
                ? "No record was refused."
                : "%,d records were refused, see `rejects/`.".formatted(manifest.rejects()),
            tokens.seqLen(),
            tokens.gridRows(),
            tokens.gridColumns(),
            tokens.vocabSize() - 1,
            tokens.padId(),
            tokens.ignoreLabelId().isPresent()
                ? "labels of %d are ignored".formatted(tokens.ignoreLabelId().getAsInt())
                : "every label counts",
            tokens.numPuzzleIdentifiers() - 1,
            tokens.blankIdentifierId(),
            sources(manifest),
            manifest.seed(),
            recipe(manifest.recipe()),
            leakage.map(DatasetCard::leakage).orElse(""),
            firstSplit(manifest),
            firstSplit(manifest),
            tokens.seqLen());
  }

  private static String title(String task) {
    return task.substring(0, 1).toUpperCase(Locale.ROOT) + task.substring(1);
  }

  private static String splits(DatasetManifest manifest) {
    return manifest.splits().entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d | %d | %,d |\n",
                    entry.getKey(),
                    entry.getValue().totalGroups(),
                    entry.getValue().totalPuzzles(),
                    entry.getValue().totalExamples(),
                    entry.getValue().shards().size(),
                    entry.getValue().totalBytes()))
        .collect(Collectors.joining());
  }

  private static String sources(DatasetManifest manifest) {
    return manifest.sources().stream()
        .map(
            source ->
                String.format(
                    Locale.ROOT,
                    "* `%s`, %,d bytes, sha256 `%s`\n",
                    source.name(),
                    source.bytes(),
                    source.sha256()))
        .collect(Collectors.joining());
  }

  private static String recipe(Map<String, Object> recipe) {
    return recipe.entrySet().stream()
        .map(entry -> "* %s: `%s`\n".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String leakage(LeakageReport report) {
    StringBuilder section =
        new StringBuilder("## Leakage\nBy content, %s".formatted(report.summary()));
    section.append(report.matches().isEmpty() ? ".\n" : ":\n\n");
    report.matches().stream()
        .limit(SHOWN_MATCHES)
        .forEach(match -> section.append("* ").append(match).append('\n'));
    long more = report.leaked() - SHOWN_MATCHES;
    if (more > 0) {
      section.append("* and %,d more, see `%s`\n".formatted(more, LeakageReport.FILE_NAME));
    }
    return section.append('\n').toString();
  }

  private static String firstSplit(DatasetManifest manifest) {
    return manifest.splits().containsKey("train") || manifest.splits().isEmpty()
        ? "train"
        : manifest.splits().firstKey();
  }
}
