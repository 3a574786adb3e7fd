package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;

class DatasetManifestTest {
  private static final ShardEntry SHARD =
      new ShardEntry(Shards.FILE, 10, 2, 5, 1234, "ab".repeat(32));

  private final DatasetManifest manifest =
      Shards.manifest(Shards.tokens(4, 4, 6), Map.of("train", SplitManifest.of(List.of(SHARD))));

  @TempDir Path directory;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    write(text());
    assertThat(DatasetManifest.load(directory)).isEqualTo(manifest);
  }

  @Test
  void equalContentGivesEqualBytes() throws IOException {
    write(text());
    DatasetManifest loaded = DatasetManifest.load(directory);
    assertThat(loaded.toJson()).isEqualTo(manifest.toJson());
    assertThat(loaded.sha256()).isEqualTo(manifest.sha256());
  }

  @Test
  void bytesAreThoseOfFormatVersion1() {
    assertThat(text())
        .isEqualTo(
            """
            {
              "format_version" : 1,
              "task" : "sudoku",
              "grid_rows" : 4,
              "grid_columns" : 4,
              "seq_len" : 16,
              "vocab_size" : 6,
              "pad_id" : 0,
              "ignore_label_id" : 0,
              "blank_identifier_id" : 0,
              "num_puzzle_identifiers" : 7,
              "sets" : [
                "all"
              ],
              "compression" : "zstd",
              "seed" : 42,
              "recipe" : {
                "aug" : true,
                "num_aug" : 3,
                "subsets" : [
                  "a",
                  "b"
                ]
              },
              "sources" : [
                {
                  "name" : "train.csv",
                  "bytes" : 12,
                  "sha256" : "15ec7bf0b50732b49f8228e07d24365338f9e3ab994b00af08e5a3bffe55fd8b"
                }
              ],
              "rejects" : 0,
              "splits" : {
                "train" : {
                  "total_groups" : 2,
                  "total_puzzles" : 5,
                  "total_examples" : 10,
                  "mean_puzzle_examples" : 2.0,
                  "shards" : [
                    {
                      "file" : "train/part-00000-of-00001.arrow",
                      "rows" : 10,
                      "groups" : 2,
                      "puzzles" : 5,
                      "bytes" : 1234,
                      "sha256" : "%s"
                    }
                  ]
                }
              }
            }
            """
                .formatted("ab".repeat(32)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format_version\" : 1|\"format_version\" : 2|format_version is 2, this release reads 1",
        "\"format_version\" : 1|\"format\" : 1|the field \"format_version\" is missing",
        "\"vocab_size\" : 6|\"vocab_size\" : \"6\"|vocab_size is \"6\", allowed: a whole number",
        "\"vocab_size\" : 6|\"vocab_size\" : 300|vocab_size is 300, allowed: 1 to 256",
        "\"seq_len\" : 16|\"seq_len\" : 81|seq_len is 81, expected grid_rows × grid_columns = 16",
        "\"compression\" : \"zstd\"|\"compression\" : \"lz4\"|compression is \"lz4\", allowed: zstd, none",
        "\"rows\" : 10|\"rows\" : -1|splits: train: shards[0]: rows is -1",
        "\"file\" : \"train/|\"file\" : \"../|allowed: a path inside the dataset",
        "\"name\" : \"train.csv\"|\"name\" : \"/tmp/train.csv\"|allowed: no folders",
        "\"rejects\" : 0,|\"rejects\" : 0,,|is not JSON: line 32",
      })
  void refusesAWrongFieldAndNamesIt(String from, String to, String message) throws IOException {
    assertThat(text()).contains(from);
    write(text().replace(from, to));
    assertThatThrownBy(() -> DatasetManifest.load(directory))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("dataset.json")
        .hasMessageContaining(message);
  }

  @Test
  void aDirectoryWithoutManifestIsNoDataset() {
    assertThatThrownBy(() -> DatasetManifest.load(directory))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is not a dataset: it has no dataset.json");
  }

  @Test
  void aMissingDirectoryAndAFileAreNoDatasets() throws IOException {
    assertThatThrownBy(() -> DatasetManifest.load(directory.resolve("absent")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("there is no such directory");
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> DatasetManifest.load(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("it is not a directory");
  }

  @Test
  void aRecipeHoldsOnlyWhatJsonCanGiveBack() {
    assertThatThrownBy(
            () ->
                new DatasetManifest(
                    "sudoku",
                    manifest.tokens(),
                    Compression.NONE,
                    0,
                    Map.of("shape", new Object()),
                    List.of(),
                    0,
                    manifest.splits()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recipe.shape is java.lang.Object");
  }

  private String text() {
    return new String(manifest.toJson(), StandardCharsets.UTF_8);
  }

  private void write(String json) throws IOException {
    Files.writeString(directory.resolve(DatasetManifest.FILE_NAME), json);
  }
}
