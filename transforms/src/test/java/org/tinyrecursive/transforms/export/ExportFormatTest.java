package org.tinyrecursive.transforms.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetCommit;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;

class ExportFormatTest {
  private static final String SHARD = ShardEntry.fileName("train", 0, 1);

  @TempDir Path dir;
  private Dataset dataset;

  /** Two groups: one of two puzzles with two and one examples, one of one puzzle with one. */
  @BeforeEach
  void writeDataset() throws IOException {
    Path place = dir.resolve("dataset");
    try (DatasetCommit commit = DatasetCommit.begin(place)) {
      Files.createDirectories(commit.staging().resolve("train"));
      ShardEntry shard;
      try (ShardWriter writer =
          new ShardWriter(
              FileChannel.open(
                  commit.staging().resolve(SHARD),
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.WRITE),
              4,
              Compression.ZSTD,
              2)) {
        writer.append(0, 0, 1, 0, new byte[] {1, 2, 3, 4}, new byte[] {5, 6, 7, 8});
        writer.append(0, 0, 1, 1, new byte[] {2, 2, 2, 2}, new byte[] {9, 9, 9, 9});
        writer.append(0, 3, 2, 0, new byte[] {3, 3, 3, 3}, new byte[] {8, 8, 8, 8});
        writer.append(5, 7, 300, 0, new byte[] {4, 4, 4, 4}, new byte[] {7, 7, 7, 7});
        shard = writer.finish(SHARD);
      }
      Files.writeString(commit.staging().resolve("identifiers.json"), "[\"<blank>\",\"a\"]");
      commit.publish(
          new DatasetManifest(
              "arc",
              new TokenLayout(2, 2, 12, 0, OptionalInt.of(0), 0, 301),
              Compression.ZSTD,
              0,
              Map.of(),
              List.of(),
              0,
              new TreeMap<>(Map.of("train", SplitManifest.of(List.of(shard))))));
    }
    dataset = Dataset.open(place);
  }

  @Test
  void npyHasThePublishedArrays() throws IOException {
    Path out = dir.resolve("npy");
    ExportFormat.NPY.export(dataset, out);

    assertThat(array(out, "inputs", "|u1", "(4, 4)"))
        .containsExactly(1, 2, 3, 4, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4);
    assertThat(array(out, "labels", "|u1", "(4, 4)"))
        .containsExactly(5, 6, 7, 8, 9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 7, 7);
    assertThat(array(out, "puzzle_identifiers", "<i4", "(3,)")).containsExactly(1, 2, 300);
    assertThat(array(out, "puzzle_indices", "<i4", "(4,)")).containsExactly(0, 2, 3, 4);
    assertThat(array(out, "group_indices", "<i4", "(3,)")).containsExactly(0, 2, 3);
    assertThat(out.resolve("identifiers.json")).hasContent("[\"<blank>\",\"a\"]");
  }

  @Test
  void npyHasThePublishedMetadata() throws IOException {
    Path out = dir.resolve("npy");
    ExportFormat.NPY.export(dataset, out);
    assertThat(out.resolve("train/dataset.json"))
        .hasContent(
            "{\"pad_id\":0,\"ignore_label_id\":0,\"blank_identifier_id\":0,\"vocab_size\":12,"
                + "\"seq_len\":4,\"num_puzzle_identifiers\":301,\"total_groups\":2,"
                + "\"mean_puzzle_examples\":1.3333333333333333,\"total_puzzles\":3,"
                + "\"sets\":[\"all\"]}");
  }

  @Test
  void jsonLinesHaveARowEach() throws IOException {
    Path out = dir.resolve("lines");
    ExportFormat.JSONL.export(dataset, out);
    List<String> lines = Files.readAllLines(out.resolve("train.jsonl"));
    assertThat(lines).hasSize(4);
    JsonNode row = new ObjectMapper().readTree(lines.get(3));
    assertThat(row.get("group").asInt()).isEqualTo(1);
    assertThat(row.get("puzzle_id").asInt()).isEqualTo(7);
    assertThat(row.get("puzzle_identifier").asInt()).isEqualTo(300);
    assertThat(row.get("example").asInt()).isZero();
    assertThat(row.get("inputs")).hasToString("[4,4,4,4]");
    assertThat(row.get("labels")).hasToString("[7,7,7,7]");
  }

  @Test
  void parquetHasARowEach() throws IOException {
    Path out = dir.resolve("table");
    ExportFormat.PARQUET.export(dataset, out);

    List<Group> rows = ParquetRows.read(out.resolve("train.parquet"));

    assertThat(rows).hasSize(4);
    assertThat(rows).extracting(row -> row.getInteger("group", 0)).containsExactly(0, 0, 0, 1);
    assertThat(rows).extracting(row -> row.getInteger("puzzle_id", 0)).containsExactly(0, 0, 3, 7);
    assertThat(rows)
        .extracting(row -> row.getInteger("puzzle_identifier", 0))
        .containsExactly(1, 1, 2, 300);
    assertThat(rows).extracting(row -> row.getInteger("example", 0)).containsExactly(0, 1, 0, 0);
    assertThat(ParquetRows.tokens(rows.get(0), "inputs")).containsExactly(1, 2, 3, 4);
    assertThat(ParquetRows.tokens(rows.get(1), "labels")).containsExactly(9, 9, 9, 9);
    assertThat(ParquetRows.tokens(rows.get(3), "labels")).containsExactly(7, 7, 7, 7);
    assertThat(out.resolve("identifiers.json")).hasContent("[\"<blank>\",\"a\"]");
  }

  @Test
  void aFolderThatHoldsAnythingIsRefused() throws IOException {
    Path out = Files.createDirectories(dir.resolve("full"));
    Files.writeString(out.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> ExportFormat.NPY.export(dataset, out))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is not empty");
  }

  /** The values of an array of the split, whose header must say this. */
  private static int[] array(Path folder, String field, String type, String shape)
      throws IOException {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("train/all__" + field + ".npy")))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(file.getLong()).isEqualTo(0x0001_5950_4D55_4E93L); // \x93NUMPY, version 1.0
    int length = file.getShort();
    byte[] header = new byte[length];
    file.get(header);
    assertThat(file.position() % 64).isZero();
    assertThat(new String(header, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape))
        .endsWith("\n");
    int[] values = new int[type.equals("|u1") ? file.remaining() : file.remaining() / 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.equals("|u1") ? file.get() & 0xFF : file.getInt();
    }
    return values;
  }
}
