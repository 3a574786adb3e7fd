package org.tinyrecursive.workflows.rna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.predict.PredictRnaCommand;

class PredictFromLibraryTest {
  private static final String LETTERS = "GGCACUUCGGUGCC";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path sequences;
  private Path labels;
  private Path library;

  @BeforeEach
  void writeKnownStructures() throws IOException {
    sequences = folder.resolve("sequences.csv");
    Files.writeString(
        sequences,
        "target_id,sequence,temporal_cutoff\nA,%s,2014-05-01\nB,%s,2016-05-01\n"
            .formatted(LETTERS, LETTERS));
    StringBuilder rows = new StringBuilder("ID,resname,resid,x_1,y_1,z_1\n");
    for (String target : List.of("A", "B")) {
      for (int i = 0; i < LETTERS.length(); i++) {
        rows.append(
            String.format(
                Locale.ROOT,
                "%s_%d,%s,%d,%.3f,%.3f,%.3f%n",
                target,
                i + 1,
                LETTERS.charAt(i),
                i + 1,
                8 * Math.cos(i),
                8 * Math.sin(i),
                2.5 * i));
      }
    }
    labels = Files.writeString(folder.resolve("labels.csv"), rows);
    library = folder.resolve("library.gz");
  }

  @Test
  void predictsFromALibraryMadeOfCsvFiles() throws IOException {
    assertThat(build("--before", "2015-01-01", "--format", "json")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("\"chains\":1,\"residues\":14");
    int code =
        run(
            "predict",
            "rna",
            "--sequences",
            sequences,
            "--library",
            library,
            "--output-dir",
            folder.resolve("predicted"));
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllLines(folder.resolve("predicted/submission.csv"))).hasSize(1 + 28);
  }

  @Test
  void refusesLabelsOfOtherSequences() throws IOException {
    Files.writeString(sequences, "target_id,sequence,temporal_cutoff\nA,GG,2014-05-01\n");
    assertThat(build()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("labels.csv:2: target A has 14 residues in the labels, 2");
    assertThat(library).doesNotExist();
  }

  @Test
  void refusesALibraryThatIsNone() {
    int code =
        run(
            "predict",
            "rna",
            "--sequences",
            sequences,
            "--library",
            labels,
            "--output-dir",
            folder.resolve("predicted"));
    assertThat(code).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("labels.csv:1: is no library").doesNotContain("\tat ");
    assertThat(folder.resolve("predicted")).doesNotExist();
  }

  private int build(Object... more) {
    Object[] options = {
      "rna", "library", "--sequences", sequences, "--labels", labels, "--output", library
    };
    Object[] all = Arrays.copyOf(options, options.length + more.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    return run(all);
  }

  private int run(Object... options) {
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(new CommandGroup("predict", ""), new CommandGroup("rna", "")),
            List.of(
                CommandEntry.of("predict rna", "", () -> new PredictRnaCommand()),
                CommandEntry.of("rna library", "", () -> new RnaLibraryCommand())));
    String[] args = Arrays.stream(options).map(String::valueOf).toArray(String[]::new);
    return tree.run(new PrintWriter(out), new PrintWriter(err), args);
  }
}
