package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
