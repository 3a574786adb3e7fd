package org.tinyrecursive.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;

class OutputPlaceTest {
  @TempDir Path folder;

  @Test
  void theFoldersOnTheWayAreMade() throws IOException {
    Path file = folder.resolve("a/b/page.html");

    OutputPlace.file("--report", file).writeText("page");

    assertThat(file).hasContent("page");
    assertThat(folder.resolve("a/b")).isDirectoryContaining(file::equals);
  }

  @Test
  void aFailureLeavesTheEarlierFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), "earlier");
    OutputPlace place = OutputPlace.file("--report", file);

    assertThatThrownBy(
            () ->
                place.write(
                    unfinished -> {
                      Files.writeString(unfinished, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--report " + file + " cannot be written; free space")
        .hasRootCauseMessage("No space left on device");

    assertThat(file).hasContent("earlier");
    assertThat(folder.toFile().list()).containsExactly("page.html");
  }

  @Test
  void aRefusalInTheMiddleLeavesNothing() {
    InputRefusedException refusal = new InputRefusedException("no such weights");

    assertThatThrownBy(
            () ->
                OutputPlace.unused("--output", folder.resolve("model.pth"))
                    .write(
                        unfinished -> {
                          Files.writeString(unfinished, "half");
                          throw refusal;
                        }))
        .isSameAs(refusal);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderOfAnotherProgramIsThereWholeOrNotAtAll() throws IOException {
    Path model = folder.resolve("model");
    OutputPlace place = OutputPlace.unused("--output", model);
    Files.createDirectories(folder.resolve("model.tmp/variables"));

    place.write(
        unfinished -> {
          assertThat(unfinished).as("what a killed process left is gone").doesNotExist();
          Files.writeString(Files.createDirectory(unfinished).resolve("saved_model.pb"), "graph");
          assertThat(model).doesNotExist();
        });

    assertThat(model.resolve("saved_model.pb")).hasContent("graph");
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  @Test
  void aPlaceThatCannotBeIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "years of work");

    assertThatThrownBy(() -> OutputPlace.file("--report", folder))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("--report " + folder + " is a directory; name a file");
    assertThatThrownBy(() -> OutputPlace.file("--report", file.resolve("a/page.html")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "%s cannot be made: %s is a file; choose another"
                .formatted(file.resolve("a/page.html"), file));
    assertThatThrownBy(() -> OutputPlace.unused("--output", file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(file + " exists; give another --output");
    assertThat(folder.toFile().list()).containsExactly("notes.txt");
  }
}
