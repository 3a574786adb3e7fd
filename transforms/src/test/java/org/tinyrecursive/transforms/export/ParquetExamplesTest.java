package org.tinyrecursive.transforms.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages made here, read back by the library. */
class ParquetExamplesTest {
  @TempDir Path dir;

  /** Rows that fill pages and row groups, and rows that leave the last of both partly filled. */
  @ParameterizedTest(name = "{0} rows of {1} tokens below {2}")
  @CsvSource({"0,4,12", "1,1,1", "24,4,12", "25,4,12", "31,81,11", "9,150,256", "40,1,3"})
  void whatIsReadIsWhatWasWritten(int rows, int seqLen, int vocabSize) throws IOException {
    Path file = dir.resolve("rows.parquet");
    byte[][] inputs = tokens(rows, seqLen, vocabSize, 1);
    byte[][] labels = tokens(rows, seqLen, vocabSize, 2);
    try (ParquetExamples out = ParquetExamples.create(file, seqLen, vocabSize, 4, 3)) {
      for (int row = 0; row < rows; row++) {
        out.write(row / 7, row * 1_000_003, 9 - row, row % 7, inputs[row], labels[row]);
      }
      out.finish();
    }

    List<Group> read = ParquetRows.read(file);

    assertThat(read).hasSize(rows);
    for (int row = 0; row < rows; row++) {
      Group found = read.get(row);
      assertThat(found.getInteger("group", 0)).isEqualTo(row / 7);
      assertThat(found.getInteger("puzzle_id", 0)).isEqualTo(row * 1_000_003);
      assertThat(found.getInteger("puzzle_identifier", 0)).isEqualTo(9 - row);
      assertThat(found.getInteger("example", 0)).isEqualTo(row % 7);
      assertThat(ParquetRows.tokens(found, "inputs")).isEqualTo(unsigned(inputs[row]));
      assertThat(ParquetRows.tokens(found, "labels")).isEqualTo(unsigned(labels[row]));
    }
  }

  private static byte[][] tokens(int rows, int seqLen, int vocabSize, long seed) {
    Random random = new Random(seed);
    byte[][] tokens = new byte[rows][seqLen];
    for (byte[] row : tokens) {
      for (int i = 0; i < seqLen; i++) {
        row[i] = (byte) random.nextInt(vocabSize);
      }
    }
    return tokens;
  }

  private static int[] unsigned(byte[] tokens) {
    int[] values = new int[tokens.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tokens[i] & 0xFF;
    }
    return values;
  }
}
