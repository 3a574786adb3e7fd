package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.PuzzleNames;

/**
 * The file of names is read by pipelines as a whole and by commands name by name: to one result.
 */
class PuzzleNameFilesTest {
  private static final String THREE = "[\n\"<blank>\",\n\"a|||t1|||0123456789\",\n\"ä\"]";

  @TempDir private Path folder;

  /** A reader of the file. */
  private enum Reader {
    WHOLE {
      @Override
      List<String> read(Path file) {
        return PuzzleNameList.read(file.toString()).names();
      }
    },
    BY_NAME {
      @Override
      List<String> read(Path file) throws IOException {
        Map<Integer, String> names = PuzzleNames.in(file.getParent()).names(Set.of(0, 1, 2, 3, 4));
        return new ArrayList<>(new TreeMap<>(names).values());
      }
    };

    abstract List<String> read(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void namesComeInTheOrderOfTheirIdentifiers(Reader reader) throws IOException {
    assertThat(reader.read(file(THREE))).containsExactly("<blank>", "a|||t1|||0123456789", "ä");
    assertThat(reader.read(file("[]"))).isEmpty();
    assertThat(reader.read(file("[\"replaced\"]"))).containsExactly("replaced");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoListIsRefusedByFileAndExpectation(Reader reader) throws IOException {
    for (String text : List.of("{}", "7", "\"a\"", "null")) {
      Path file = file(text);
      assertThatThrownBy(() -> reader.read(file))
          .as(text)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining(file + ":")
          .hasMessageContaining("expected a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryThatIsNoNameIsRefusedWithItsLine(Reader reader) throws IOException {
    for (String entry : List.of("7", "null", "[]", "{}", "true")) {
      Path file = file("[\"a\",\n\"b\",\n" + entry + ",\"c\"]");
      assertThatThrownBy(() -> reader.read(file))
          .as(entry)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining(file + ":3: ")
          .hasMessageEndingWith("expected a name");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTruncationIsRefusedByFile(Reader reader) throws IOException {
    for (int length = 0; length < THREE.length(); length++) {
      Path file = file(THREE.substring(0, length));
      assertThatThrownBy(() -> reader.read(file))
          .as("%d characters", length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining(file + ":");
    }
  }

  @Test
  void anIdentifierWithoutANameIsShownAsOne() throws IOException {
    PuzzleNameList names = PuzzleNameList.beside(file("[\"a\",\"b\"]").toString());
    assertThat(names.name(1)).isEqualTo("b");
    assertThat(names.name(2)).isEqualTo("identifier 2 of 2");
    assertThat(names.name(-1)).isEqualTo("identifier -1 of 2");
  }

  @Test
  void aNameThatIsNotAmongThoseGivenIsAProblem() throws IOException {
    PuzzleTable table = new PuzzleTable(file("[\"a\",\"b\"]").toString());
    assertThat(table.problem("b")).isEmpty();
    assertThat(table.problem("c\u0007"))
        .isEqualTo("is \"c?\", which is not among the 2 names of identifiers.json");
    assertThat(new PuzzleTable("").problem("anything")).isEmpty();
  }

  @Test
  void aNameIsFoundByItselfAlone() throws IOException {
    file(THREE);
    PuzzleNames names = PuzzleNames.in(folder);
    assertThat(names.find("ä")).hasValue(2);
    assertThat(names.find("a")).isEmpty();
    assertThat(names.exist()).isTrue();
    assertThat(PuzzleNames.in(folder.resolve("none")).exist()).isFalse();
    assertThat(PuzzleNames.in(folder.resolve("none")).find("ä")).isEmpty();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve(PuzzleNames.FILE_NAME), text);
  }
}
