package org.tinyrecursive.workflows.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.sudoku.SudokuCanonicalForm;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class QuickstartTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void aTakenFolderIsRefusedBeforeAnyWork() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("mine"), "kept");

    assertThat(run("--output-dir", taken.toString())).isEqualTo(ExitCode.INPUT_REFUSED);

    assertThat(err.toString()).contains(taken + " exists and is not empty");
    assertThat(taken.resolve("mine")).hasContent("kept");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(taken);
    }
  }

  @Test
  @Tag("slow")
  void theModelSolvesHeldOutPuzzlesThatAreNoCopiesOfThoseItWasTrainedOn()
      throws IOException, RejectedRowException {
    Path made = folder.resolve("made");

    assertThat(run("--output-dir", made.toString(), "--format", "json")).isEqualTo(ExitCode.DONE);

    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.get("puzzles").asInt()).isEqualTo(500);
    assertThat(result.get("exact_accuracy").asDouble()).isGreaterThanOrEqualTo(0.95);
    assertThat(result.get("exact_accuracy_by_step").size()).isEqualTo(4);
    Set<String> trained = forms(made.resolve("raw/train.csv"));
    Set<String> heldOut = forms(made.resolve("raw/test.csv"));
    assertThat(heldOut).hasSize(500).doesNotContainAnyElementsOf(trained);
    assertThat(made.resolve("report.html"))
        .content()
        .contains("of 500 held-out puzzles exactly", "held-out puzzle ", "sudoku-mini");
  }

  private int run(String... options) {
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(),
            List.of(CommandEntry.of("quickstart", "", () -> new QuickstartCommand())));
    String[] args =
        Stream.concat(Stream.of("quickstart"), Arrays.stream(options)).toArray(String[]::new);
    return tree.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private static Set<String> forms(Path csv) throws IOException, RejectedRowException {
    Set<String> forms = new HashSet<>();
    List<String> lines = Files.readAllLines(csv);
    for (String line : lines.subList(1, lines.size())) {
      forms.add(SudokuCanonicalForm.of(SudokuCsv.parseRow(line).question()));
    }
    return forms;
  }
}
