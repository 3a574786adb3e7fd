package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.SeekableReadChannel;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShardWriterTest {
  private static final int SEQ_LEN = 36;

  private final List<Row> rows = Row.random(5, 40, SEQ_LEN, 8);

  @ParameterizedTest
  @EnumSource
  void arrowsOwnReaderReadsTheRowsBack(Compression compression) throws IOException {
    byte[] shard = Shards.bytes(rows, SEQ_LEN, compression, 16);
    List<Row> read = new ArrayList<>();
    try (RootAllocator allocator = new RootAllocator();
        ArrowFileReader reader =
            new ArrowFileReader(
                new SeekableReadChannel(new ByteArrayReadableSeekableByteChannel(shard)),
                allocator,
                CommonsCompressionFactory.INSTANCE)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      assertThat(root.getSchema().getFields()).noneMatch(field -> field.isNullable());
      while (reader.loadNextBatch()) {
        read.addAll(rowsOf(root));
      }
    }
    assertThat(read).usingRecursiveComparison().isEqualTo(rows);
  }

  /** The bytes between the magic numbers are also a valid Arrow stream. */
  @Test
  void arrowsStreamReaderReadsTheRowsBack() throws IOException {
    byte[] shard = Shards.bytes(rows, SEQ_LEN, Compression.ZSTD, 16);
    int read = 0;
    try (RootAllocator allocator = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(
                Channels.newChannel(new ByteArrayInputStream(shard, 8, shard.length - 8)),
                allocator,
                CommonsCompressionFactory.INSTANCE)) {
      while (reader.loadNextBatch()) {
        read += reader.getVectorSchemaRoot().getRowCount();
      }
    }
    assertThat(read).isEqualTo(rows.size());
  }

  @ParameterizedTest
  @CsvSource({
    "ZSTD, 8d51106e2c126f809c273194d29a487029782d5c59d347249573136397922d4c, 25730",
    "NONE, 9642aceca0f3eb9aa915610840f161f1afb9ba2b7d516fc1de8d42c4de30b1ab, 40314"
  })
  void bytesAreThoseOfFormatVersion1(Compression compression, String sha256, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShardEntry entry = Shards.write(rows, SEQ_LEN, compression, 16, out);
    assertThat(entry)
        .isEqualTo(new ShardEntry(Shards.FILE, rows.size(), 40, puzzles(), bytes, sha256));
    assertThat(Sha256.of(out.toByteArray())).isEqualTo(sha256);
    assertThat(out.size()).isEqualTo(bytes);
  }

  @Test
  void aShardWithoutRowsIsWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShardEntry entry = Shards.write(List.of(), SEQ_LEN, Compression.ZSTD, 16, out);
    assertThat(entry.rows()).isZero();
    try (RootAllocator allocator = new RootAllocator();
        ArrowFileReader reader =
            new ArrowFileReader(
                new ByteArrayReadableSeekableByteChannel(out.toByteArray()), allocator)) {
      assertThat(reader.loadNextBatch()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 1, 0, group_id 0 after 1",
    "1, 4, 1, 0, puzzle_id 4 after 5",
    "2, 5, 1, 1, puzzle 5 is in groups 1 and 2",
    "1, 5, 2, 1, puzzle 5 has the puzzle_identifiers 1 and 2",
    "1, 5, 1, 0, example_id 0 after 0 in puzzle 5",
    "-1, 6, 1, 0, a negative id",
  })
  void refusesARowOutOfOrder(int group, int puzzle, int identifier, int example, String message)
      throws IOException {
    byte[] tokens = new byte[SEQ_LEN];
    try (ShardWriter writer = writer()) {
      writer.append(1, 5, 1, 0, tokens, tokens);
      assertThatThrownBy(() -> writer.append(group, puzzle, identifier, example, tokens, tokens))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("row 1: " + message);
    }
  }

  @Test
  void refusesARowOfAnotherLength() throws IOException {
    try (ShardWriter writer = writer()) {
      assertThatThrownBy(() -> writer.append(0, 0, 0, 0, new byte[SEQ_LEN], new byte[SEQ_LEN - 1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("36 inputs and 35 labels, expected 36");
    }
  }

  private static ShardWriter writer() throws IOException {
    return new ShardWriter(
        Channels.newChannel(new ByteArrayOutputStream()), SEQ_LEN, Compression.ZSTD, 16);
  }

  private long puzzles() {
    return rows.stream().mapToInt(Row::puzzle).distinct().count();
  }

  private static List<Row> rowsOf(VectorSchemaRoot root) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < root.getRowCount(); i++) {
      rows.add(
          new Row(
              id(root, "group_id", i),
              id(root, "puzzle_id", i),
              id(root, "puzzle_identifier", i),
              id(root, "example_id", i),
              tokens(root, "inputs", i),
              tokens(root, "labels", i)));
    }
    return rows;
  }

  private static int id(VectorSchemaRoot root, String column, int row) {
    return ((IntVector) root.getVector(column)).get(row);
  }

  private static byte[] tokens(VectorSchemaRoot root, String column, int row) {
    FixedSizeListVector vector = (FixedSizeListVector) root.getVector(column);
    UInt1Vector items = (UInt1Vector) vector.getDataVector();
    byte[] tokens = new byte[vector.getListSize()];
    items.getDataBuffer().getBytes((long) row * tokens.length, tokens);
    return tokens;
  }
}
