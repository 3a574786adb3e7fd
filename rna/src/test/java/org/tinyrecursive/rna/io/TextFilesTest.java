package org.tinyrecursive.rna.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.transforms.InputRefusedException;

/** What every reader of a competition's text files promises. */
class TextFilesTest {
  @TempDir private Path folder;

  /** A reader and a small file for it. */
  private enum Kind {
    SEQUENCES("target_id,sequence\nT1,GGCA\nT2,UU\n") {
      @Override
      List<String> read(TextSource source) {
        return SequencesCsv.readAll(source).stream().map(each -> each.id()).toList();
      }
    },
    LABELS("ID,resname,resid,x_1,y_1,z_1\nT1_1,G,1,1,2,3\nT1_2,C,2,,,\nT2_1,U,1,4,5,6\n") {
      @Override
      List<String> read(TextSource source) {
        return LabelsCsv.readAll(source).stream().map(ReferenceStructures::targetId).toList();
      }
    },
    FASTA(">T1 first\nGGCA\nUU\n\n>T2\nNN\n") {
      @Override
      List<String> read(TextSource source) {
        return Fasta.readTargets(source).stream().map(each -> each.id()).toList();
      }
    };

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Names of the targets. */
    abstract List<String> read(TextSource source);
  }

  @ParameterizedTest
  @EnumSource
  void lineEndsMarksAndPackingChangeNothing(Kind kind) throws IOException {
    for (String text :
        List.of(
            kind.text,
            kind.text.strip(),
            kind.text.replace("\n", "\r\n"),
            "\uFEFF" + kind.text,
            kind.text + "\n\n")) {
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      assertThat(read(kind, plain)).as(text).containsExactly("T1", "T2");
      assertThat(read(kind, packed(plain))).as(text).containsExactly("T1", "T2");
      int half = plain.length / 2;
      assertThat(
              read(
                  kind,
                  concatenated(
                      packed(Arrays.copyOf(plain, half)),
                      packed(Arrays.copyOfRange(plain, half, plain.length)))))
          .as(text)
          .containsExactly("T1", "T2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTruncationOfAPackedFileIsRefusedByItsName(Kind kind) {
    byte[] packed = packed(kind.text.getBytes(StandardCharsets.UTF_8));
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> read(kind, cut))
          .as("%d of %d bytes", length, packed.length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessage(
              "some.txt: compressed data breaks off; the file is incomplete, fetch it again");
    }
  }

  /** A flip in a member's head that says nothing of the data changes nothing. */
  @ParameterizedTest
  @EnumSource
  void aFlippedByteOfAPackedFileIsRefusedOrChangesNothing(Kind kind) {
    byte[] packed = packed(kind.text.getBytes(StandardCharsets.UTF_8));
    byte[] two = concatenated(packed, packed(new byte[0]));
    int refusals = 0;
    for (int at = 2; at < two.length; at++) {
      byte[] flipped = two.clone();
      flipped[at] ^= 0x11;
      try {
        assertThat(read(kind, flipped)).as("byte %d", at).containsExactly("T1", "T2");
      } catch (InputRefusedException refused) {
        assertThat(refused).hasMessageStartingWith("some.txt:");
        refusals++;
      }
    }
    assertThat(refusals).isGreaterThan(two.length / 2);
  }

  @ParameterizedTest
  @EnumSource
  void aFileWithoutAnyTargetIsRefused(Kind kind) {
    for (String text : List.of("", "\n", kind.text.substring(0, kind.text.indexOf('\n') + 1))) {
      assertThatThrownBy(() -> read(kind, text.getBytes(StandardCharsets.UTF_8)))
          .as("'%s'", text)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageStartingWith("some.txt");
    }
  }

  @Test
  void whatIsNoFileIsRefusedByItsPath() {
    assertThatThrownBy(() -> TextSource.open(folder.resolve("none.csv")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(folder + "/none.csv: no such file; check the path");
    assertThatThrownBy(() -> TextSource.open(folder))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            folder + " is a directory, expected a text file, plain or .gz; name the file itself");
  }

  @Test
  void aFileIsOpenedByItsName() throws IOException {
    Path file =
        Files.write(
            folder.resolve("t.fasta.gz"), packed(">a\nGG".getBytes(StandardCharsets.UTF_8)));
    TextSource source = TextSource.open(file);
    assertThat(source.name()).isEqualTo("t.fasta.gz");
    assertThat(Kind.FASTA.read(source)).containsExactly("a");
  }

  private static List<String> read(Kind kind, byte[] bytes) {
    return kind.read(TextSource.of("some.txt", new ByteArrayInputStream(bytes)));
  }

  private static byte[] packed(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return packed.toByteArray();
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
