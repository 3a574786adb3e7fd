package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;

class DatasetTest {
  private static final TokenLayout TOKENS = Shards.tokens(4, 4, 200);

  private final List<Row> rows = Row.random(9, 30, TOKENS.seqLen(), TOKENS.vocabSize());

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Shards.dataset(directory, rows, TOKENS);
  }

  @Test
  void offsetsLeadFromGroupsToPuzzlesToExamples() throws IOException {
    Split split = Dataset.open(directory).split("train");
    int example = 0;
    for (int group = 0; group < split.groupCount(); group++) {
      for (int p = split.puzzleOffset(group); p < split.puzzleOffset(group + 1); p++) {
        assertThat(split.exampleOffset(p)).isEqualTo(example);
        for (; example < split.exampleOffset(p + 1); example++) {
          Row row = rows.get(example);
          assertThat(row.group()).isEqualTo(group);
          assertThat(row.puzzle()).isEqualTo(split.puzzleId(p));
          assertThat(row.identifier()).isEqualTo(split.puzzleIdentifier(p));
          assertThat(split.puzzleOf(example)).isEqualTo(p);
        }
        assertThat(split.findPuzzle(split.puzzleId(p))).isEqualTo(p);
      }
    }
    assertThat(example).isEqualTo(split.exampleCount()).isEqualTo(rows.size());
    assertThat(split.findPuzzle(-5)).isNegative();
  }

  @Test
  void copiesTokensToWhereTheyAreWanted() throws IOException {
    Split split = Dataset.open(directory).split("train");
    byte[] inputs = new byte[20];
    byte[] labels = new byte[20];
    try (ExampleCursor cursor = split.cursor()) {
      cursor.copy(7, inputs, 3, labels, 1);
    }
    assertThat(Arrays.copyOfRange(inputs, 3, 19)).isEqualTo(rows.get(7).inputs());
    assertThat(Arrays.copyOfRange(labels, 1, 17)).isEqualTo(rows.get(7).labels());
    assertThat(inputs[2]).isZero();
    assertThat(inputs[19]).isZero();
  }

  @Test
  void anExampleOutsideTheSplitIsRefused() throws IOException {
    Split split = Dataset.open(directory).split("train");
    try (ExampleCursor cursor = split.cursor()) {
      byte[] room = new byte[16];
      assertThatThrownBy(() -> cursor.copy(rows.size(), room, 0, room, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void anUnknownSplitIsRefusedWithTheKnownOnes() throws IOException {
    Dataset dataset = Dataset.open(directory);
    assertThatThrownBy(() -> dataset.split("valid"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("has no split \"valid\", it has: train");
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    Files.delete(directory.resolve(Shards.FILE));
    assertRefused("part-00000-of-00001.arrow is missing");
  }

  @Test
  void aShortenedShardIsNamed() throws IOException {
    byte[] shard = Files.readAllBytes(directory.resolve(Shards.FILE));
    Files.write(directory.resolve(Shards.FILE), Arrays.copyOf(shard, shard.length - 10));
    assertRefused("has %d bytes, expected %d".formatted(shard.length - 10, shard.length));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Dataset.open(directory))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }

  /** Any rows, any batch size, any order of access. */
  @Property(tries = 60)
  void whatIsWrittenIsReadBack(
      @ForAll long seed,
      @ForAll @IntRange(max = 12) int groups,
      @ForAll @IntRange(min = 1, max = 40) int seqLen,
      @ForAll @IntRange(min = 1, max = 9) int rowsPerBatch,
      @ForAll Compression compression)
      throws IOException {
    List<Row> rows = Row.random(seed, groups, seqLen, 256);
    Path file = Files.createTempFile("shard", ".arrow");
    try {
      Files.write(file, Shards.bytes(rows, seqLen, compression, rowsPerBatch));
      Split split =
          new Split(seqLen, ShardReader.batches(MappedFile.open(file, 1 << 12), seqLen, 0));
      assertThat(split.exampleCount()).isEqualTo(rows.size());
      assertThat(split.groupCount()).isEqualTo(groups);
      byte[] inputs = new byte[seqLen];
      byte[] labels = new byte[seqLen];
      try (ExampleCursor cursor = split.cursor()) {
        for (int i = 0; i < rows.size(); i++) {
          int example = (int) ((i * 7919L) % rows.size());
          cursor.copy(example, inputs, 0, labels, 0);
          assertThat(inputs).isEqualTo(rows.get(example).inputs());
          assertThat(labels).isEqualTo(rows.get(example).labels());
        }
      }
      assertNoPuzzleStraddlesBatches(split);
    } finally {
      Files.delete(file);
    }
  }

  private static void assertNoPuzzleStraddlesBatches(Split split) {
    for (int puzzle = 0; puzzle < split.puzzleCount(); puzzle++) {
      int first = split.batchOf(split.exampleOffset(puzzle));
      assertThat(split.batchOf(split.exampleOffset(puzzle + 1) - 1)).isEqualTo(first);
    }
  }
}
