package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.leakage.LeakageSearch;

class DatasetCardTest {
  private final DatasetManifest manifest =
      Shards.manifest(
          Shards.tokens(4, 4, 6),
          Map.of(
              "train",
              SplitManifest.of(
                  List.of(new ShardEntry(Shards.FILE, 12345, 20, 500, 98765, "ab".repeat(32))))));

  @Test
  void saysWhatHowManyFromWhatAndHow() {
    assertThat(DatasetCard.of(manifest))
        .startsWith("# Sudoku, 4×4\n")
        .contains("| train | 20 | 500 | 12,345 | 1 | 98,765 |")
        .contains("No record was refused.")
        .contains("* `train.csv`, 12 bytes, sha256 `15ec7bf0")
        .contains("With seed 42")
        .contains("* num_aug: `3`\n")
        .contains(".split(\"train\")")
        .contains("glob.glob(\"train/part-*.arrow\")");
  }

  @Test
  void listsTheFirstTestsThatAreLearned() {
    LeakageSearch examples = new LeakageSearch(LeakageReport.Kind.EXAMPLE);
    for (int i = 10; i < 35; i++) {
      examples.addTrain("learned" + i, "content" + i, "form" + i);
      examples.addTest("tested" + i, "content" + i, "form" + i);
    }
    LeakageReport report = LeakageReport.of(new LeakageSearch(LeakageReport.Kind.TASK), examples);
    assertThat(DatasetCard.of(manifest, Optional.of(report)))
        .contains("## Leakage\nBy content, of 25 test examples 25 are learned as they are and 0 up")
        .contains("* example tested10 is learned10\n")
        .doesNotContain("tested34")
        .contains("* and 5 more, see `leakage.json`\n\n## Load it");
    assertThat(DatasetCard.of(manifest)).doesNotContain("Leakage");
  }
}
