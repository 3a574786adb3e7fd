package org.tinyrecursive.transforms.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

class PredictionFileTest {
  private static final int SEQ_LEN = 5;

  @TempDir private Path folder;

  /** None, one, a batch and one more or less, and several batches. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 2500})
  void rowsComeBackInOrder(int rows) throws IOException {
    assertThat(read(write("p.arrow", rows))).isEqualTo(expected(rows));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(write("a.arrow", 1500)).hasSameBinaryContentAs(write("b.arrow", 1500));
  }

  @Test
  void numbersAtTheirLimitsComeBack() throws IOException {
    Path file = folder.resolve("limits.arrow");
    byte[] bytes = {0, 127, -128, -1, 1};
    try (PredictionWriter writer = new PredictionWriter(file, SEQ_LEN)) {
      for (float logit : List.of(Float.MAX_VALUE, -0.0f, Float.NEGATIVE_INFINITY, Float.NaN)) {
        writer.append(
            new Prediction(
                Integer.MAX_VALUE, bytes, bytes, true, logit, 1, Integer.MAX_VALUE, false));
      }
      writer.finish();
    }
    assertThat(read(file))
        .extracting(row -> row.substring(row.lastIndexOf(' ') + 1))
        .containsExactly("3.4028234663852886E38", "-0.0", "-Infinity", "NaN");
    assertThat(read(file).get(0)).startsWith("2147483647 [0, 127, -128, -1, 1] [0, 127");
  }

  @Test
  void aTruncationAnywhereIsRefusedWithTheFileAndTheRemedy() throws IOException {
    byte[] whole = Files.readAllBytes(write("p.arrow", 3));
    for (int length = 0; length < whole.length; length += 3) {
      Path cut = Files.write(folder.resolve("cut.arrow"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageStartingWith("cut.arrow: no whole Arrow file after row ")
          .hasMessageEndingWith(
              "it is cut off or damaged, or no file of trm predict; make it anew");
    }
  }

  /** Arrow has no checksum, so a flipped number may pass; a crash or an endless loop may not. */
  @Test
  void aFlippedByteIsReadOrRefusedButNeverCrashes() throws IOException {
    byte[] whole = Files.readAllBytes(write("p.arrow", 3));
    int refused = 0;
    for (int at = 0; at < whole.length; at += 5) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) 0x80;
      Path file = Files.write(folder.resolve("flip.arrow"), flipped);
      try {
        assertThat(read(file)).hasSizeLessThanOrEqualTo(1 << 20);
      } catch (InputRefusedException said) {
        assertThat(said).hasMessageStartingWith("flip.arrow: ");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 25);
  }

  @Test
  void aRowOfAnotherLengthIsRefusedByItsNumber() throws IOException {
    try (PredictionWriter writer = new PredictionWriter(folder.resolve("p.arrow"), SEQ_LEN)) {
      assertThatThrownBy(
              () ->
                  writer.append(new Prediction(0, new byte[4], new byte[5], false, 0, 1, 0, false)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 0 has 4 tokens, expected 5");
    }
  }

  @Test
  void noFileIsOverwrittenAndNoFolderMade() throws IOException {
    Path file = write("p.arrow", 1);
    assertThatThrownBy(() -> new PredictionWriter(file, SEQ_LEN))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> new PredictionWriter(folder.resolve("none/p.arrow"), SEQ_LEN))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(read(file)).hasSize(1);
  }

  private Path write(String name, int rows) throws IOException {
    Path file = folder.resolve(name);
    try (PredictionWriter writer = new PredictionWriter(file, SEQ_LEN)) {
      for (int row = 0; row < rows; row++) {
        writer.append(row(row));
      }
      writer.finish();
    }
    return file;
  }

  private static Prediction row(int number) {
    StableRandom random = StableRandom.of(number, "prediction");
    return new Prediction(
        number,
        tokens(random),
        tokens(random),
        number % 2 == 0,
        number - 0.5f,
        1 + number % 16,
        random.nextInt(1000),
        number % 3 == 0);
  }

  private static byte[] tokens(StableRandom random) {
    byte[] tokens = new byte[SEQ_LEN];
    for (int i = 0; i < SEQ_LEN; i++) {
      tokens[i] = (byte) random.nextInt(12);
    }
    return tokens;
  }

  private static List<String> expected(int rows) {
    List<String> expected = new ArrayList<>();
    for (int number = 0; number < rows; number++) {
      Prediction row = row(number);
      expected.add(text(row.puzzle(), row.question(), row.prediction(), row.qHalt()));
    }
    return expected;
  }

  private static List<String> read(Path file) throws IOException {
    List<String> read = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file);
        PredictedRows rows = new PredictedRows(file.getFileName().toString(), channel)) {
      rows.forEach(
          (puzzle, question, prediction, logit) ->
              read.add(text(puzzle, question, prediction, logit)));
    }
    return read;
  }

  private static String text(int puzzle, byte[] question, byte[] prediction, double logit) {
    return puzzle
        + " "
        + Arrays.toString(question)
        + " "
        + Arrays.toString(prediction)
        + " "
        + logit;
  }
}
