package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.transforms.Gzip;
import org.tinyrecursive.transforms.InputRefusedException;

/** However a text is stored, its lines are the same. */
class SourceLinesTest {
  private static final int BUFFER = 1 << 16;

  @TempDir private Path folder;

  /** Ways to store a text. */
  private enum Stored {
    PLAIN,
    GZIP,
    TWO_MEMBERS,
    MEMBER_OF_NOTHING_BEHIND;

    byte[] bytes(String text) {
      int half = text.length() / 2;
      return switch (this) {
        case PLAIN -> text.getBytes(StandardCharsets.UTF_8);
        case GZIP -> Gzip.members(text);
        case TWO_MEMBERS -> Gzip.members(text.substring(0, half), text.substring(half));
        case MEMBER_OF_NOTHING_BEHIND -> Gzip.members(text, "");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void linesComeWithoutTheirEndsWhateverTheseAre(Stored stored) throws IOException {
    assertThat(lines(stored, "a,1\nb,2\r\n\n\r\nç,…\nlast"))
        .containsExactly("1 a,1", "2 b,2", "3 ", "4 ", "5 ç,…", "6 last");
    assertThat(lines(stored, "one\n")).containsExactly("1 one");
    assertThat(lines(stored, "one\r\n")).containsExactly("1 one");
    assertThat(lines(stored, "one\r")).containsExactly("1 one");
    assertThat(lines(stored, "\n\n")).containsExactly("1 ", "2 ");
    assertThat(lines(stored, "")).isEmpty();
  }

  /** Lines around the size of the buffer end before, at and behind its end. */
  @ParameterizedTest
  @EnumSource
  void linesAcrossTheEndOfABufferAreWhole(Stored stored) throws IOException {
    for (int length = BUFFER - 3; length <= BUFFER; length++) {
      for (String end : List.of("\n", "\r\n")) {
        String full = "x".repeat(length - end.length() + 1);
        assertThat(lines(stored, "ab\n" + full + end + "cd" + end))
            .as("%d %d", length, end.length())
            .containsExactly("1 ab", "2 " + full, "3 cd");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void sizeAndHashAreThoseOfTheFileHoweverFarItWasRead(Stored stored)
      throws IOException, NoSuchAlgorithmException {
    byte[] bytes = stored.bytes("a,1\n" + "b,2\n".repeat(50_000));
    Path file = Files.write(folder.resolve("rows.csv"), bytes);
    for (int read : List.of(0, 1, 49_000, 50_001)) {
      try (SourceLines lines = SourceLines.open(file.toString())) {
        for (int i = 0; i < read; i++) {
          assertThat(lines.next()).isPresent();
        }
        assertThat(lines.sha256()).isEqualTo(sha256(bytes));
        assertThat(lines.bytes()).isEqualTo(bytes.length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLineLongerThanAnyRowIsRefusedWithItsPlace(Stored stored) throws IOException {
    String endless = "y".repeat(SourceLines.MAX_LINE_BYTES + 10);
    for (String end : List.of("", "\n")) {
      assertThatThrownBy(() -> lines(stored, "a\nb\n" + endless + end))
          .isInstanceOf(InputRefusedException.class)
          .hasMessage(
              "rows.csv:3: line is longer than 65536 bytes; expected a CSV file, plain or .gz");
    }
  }

  @Test
  void everyTruncationOfPackedLinesIsRefusedWithFileAndLine() throws IOException {
    byte[] packed = Gzip.members("a,1\nb,2\nc,3\n");
    for (int length = 2; length < packed.length; length++) {
      Path file = Files.write(folder.resolve("rows.csv.gz"), Arrays.copyOf(packed, length));
      assertThatThrownBy(() -> lines(file))
          .as("%d of %d bytes", length, packed.length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageMatching(
              "rows\\.csv\\.gz: compressed data breaks off after line \\d;"
                  + " the file is incomplete, fetch it again");
    }
  }

  @Test
  void damageIsRefusedWithFileAndLine() throws IOException {
    byte[] packed = Gzip.members("a,1\nb,2\nc,3\n");
    for (int at = 2; at < packed.length; at++) {
      byte[] flipped = packed.clone();
      flipped[at] ^= 0x5A;
      Path file = Files.write(folder.resolve("rows.csv.gz"), flipped);
      try {
        assertThat(lines(file)).as("byte %d", at).containsExactly("1 a,1", "2 b,2", "3 c,3");
      } catch (InputRefusedException refused) {
        assertThat(refused)
            .hasMessageMatching(
                "rows\\.csv\\.gz: compressed data (is damaged|breaks off) after line \\d.*"
                    + "fetch (it|the file) again");
      }
    }
  }

  @Test
  void whatFollowsPackedLinesIsRefused() throws IOException {
    Path file = folder.resolve("rows.csv.gz");
    byte[] two = Gzip.members("a,1\n", "b,2\n");
    int first = Gzip.members("a,1\n").length;
    two[first] ^= 1;
    Files.write(file, two);
    assertThatThrownBy(() -> lines(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "rows.csv.gz: compressed data is damaged after line 1"
                + " (bytes that are no gzip follow it); fetch the file again");
  }

  @Test
  void whatIsNoFileIsRefusedByItsPath() {
    assertThatThrownBy(() -> SourceLines.open(folder + "/none.csv"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(folder + "/none.csv: no such file; check the path");
    assertThatThrownBy(() -> SourceLines.open(folder.toString(), "a list"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(folder + " is a directory, expected a list; name the file itself");
  }

  private List<String> lines(Stored stored, String text) throws IOException {
    return lines(Files.write(folder.resolve("rows.csv"), stored.bytes(text)));
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Every line with its number. */
  private static List<String> lines(Path file) {
    List<String> read = new ArrayList<>();
    try (SourceLines lines = SourceLines.open(file.toString())) {
      assertThat(lines.lineNumber()).isZero();
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        read.add(lines.lineNumber() + " " + line.get());
      }
    }
    return read;
  }
}
