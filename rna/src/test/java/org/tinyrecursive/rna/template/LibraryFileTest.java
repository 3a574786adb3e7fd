package org.tinyrecursive.rna.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.transforms.InputRefusedException;

class LibraryFileTest {
  @TempDir private Path folder;
  private Path file;
  private TemplateLibrary library;

  @BeforeEach
  void write() throws IOException {
    LibraryChain whole = Chains.of("b_1", "2016-02-01", "GGAAACC", "((...))");
    double[] xyz = whole.positions().toArray();
    Arrays.fill(xyz, 3, 6, Double.NaN);
    LibraryChain partly =
        new LibraryChain(
            "a", LocalDate.of(2011, 1, 31), "GGAAACC", Coordinates.of(xyz), whole.pairs());
    library = new TemplateLibrary(List.of(whole, partly));
    file = folder.resolve("new/library.gz");
    LibraryFile.write(file, library);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    TemplateLibrary read = LibraryFile.read(file);
    assertThat(read.chains()).extracting(LibraryChain::id).containsExactly("a", "b_1");
    assertThat(read.chains().get(0).positions().isResolved(1)).isFalse();
    for (int i = 0; i < 7; i++) {
      assertThat(read.chains().get(1).positions().x(i))
          .isCloseTo(library.chains().get(1).positions().x(i), within(0.0005));
    }
    LibraryFile.write(folder.resolve("again.gz"), read);
    assertThat(folder.resolve("again.gz")).hasSameBinaryContentAs(file);
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void leavesOutWhatIsReleasedLater() {
    assertThat(library.before(LocalDate.of(2016, 2, 1)).chains())
        .extracting(LibraryChain::id)
        .containsExactly("a");
  }

  @Test
  void refusesAFileThatBreaksOff() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
    assertThatThrownBy(() -> LibraryFile.read(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("library.gz")
        .hasMessageContaining("trm rna library");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "ID,resname # :1: is no library",
        "trm-rna-library 1 2 # has 0 chains, its first line says 2",
        "trm-rna-library 1 1|a\t2011-01-31\tGG\t.. # :2: 4 fields, expected 5",
        "trm-rna-library 1 1|a\t2011-13-31\tGG\t..\t0,0,0,1,1,1 # :2: Text '2011-13-31'",
        "trm-rna-library 1 1|a\t2011-01-31\tGG\t.(\t0,0,0,1,1,1 # never closed",
        "trm-rna-library 1 1|a\t2011-01-31\tGG\t..\t0,0,0,1,1,x # :2: For input string",
        "trm-rna-library 1 1|a\t2011-01-31\tGG\t..\t0,0,0 # differ in number",
      })
  void saysWhereItIsWrong(String text, String message) throws IOException {
    Files.writeString(file, text.replace('|', '\n') + "\n");
    assertThatThrownBy(() -> LibraryFile.read(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }
}
