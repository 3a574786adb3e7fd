package org.tinyrecursive.workflows.rna;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.Trm;

class KaggleBundleTest {
  private static final Path KAGGLE = Shell.ROOT.resolve("deploy/kaggle");

  @TempDir private Path folder;

  /** Read-only, without an executable file, in an empty environment: as the notebook runs there. */
  @Test
  @Tag("slow")
  void theNotebooksCellMakesASubmissionOfTheBundle() throws Exception {
    String trm = Shell.trm(folder).toString();
    done(
        Map.of(), List.of(trm, "sample", "rna", "--count=3", "--test-count=1", "--output-dir=raw"));
    done(
        Map.of(),
        List.of(
            trm,
            "rna",
            "library",
            "--sequences=raw/train_sequences.csv",
            "--labels=raw/train_labels.csv",
            "--output=library.gz"));
    train(trm);
    done(
        Map.of(
            "TRM_CLASS_PATH",
            System.getProperty("java.class.path"),
            "JAVA_HOME",
            System.getProperty("java.home")),
        List.of(
            "bash",
            KAGGLE.resolve("build-bundle").toString(),
            "--library",
            "library.gz",
            "--checkpoint",
            "run",
            "--output",
            "bundle"));
    done(Map.of(), List.of("chmod", "-R", "a-wx,a+X", "bundle"));
    Path output = Files.createDirectory(folder.resolve("working"));
    try {
      done(
          Map.of(
              "BUNDLE", "" + folder.resolve("bundle"),
              "INPUT", "" + folder.resolve("raw"),
              "OUTPUT", "" + output),
          List.of("bash", "-c", cell(folder.resolve("bundle/rna.ipynb"))));
    } finally {
      done(Map.of(), List.of("chmod", "-R", "u+w", "bundle"));
    }
    assertThat(Files.readAllLines(output.resolve("submission.csv")))
        .hasSameSizeAs(Files.readAllLines(folder.resolve("raw/sample_submission.csv")));
    assertThat(output.resolve("submission.csv"))
        .as("the model of the bundle has its say")
        .hasSameTextualContentAs(predicted("with", "--checkpoint=" + folder.resolve("run")));
    assertThat(Files.readString(predicted("without")))
        .isNotEqualTo(Files.readString(output.resolve("submission.csv")));
  }

  /**
   * A model whose word counts, though it has hardly learned: no validation target holds it back.
   */
  private void train(String trm) throws Exception {
    done(
        Map.of(),
        List.of(
            trm,
            "dataset",
            "rna",
            "--sequences=raw/train_sequences.csv",
            "--labels=raw/train_labels.csv",
            "--max-length=24",
            "--output-dir=data"));
    done(
        Map.of(),
        List.of(
            trm,
            "train",
            "rna",
            "--data-dir=data",
            "--output-dir=run",
            "--batch-size=1",
            "--epochs=2",
            "--lr=1e-2",
            "--max-length=24",
            "--num-structures=2"));
    Files.writeString(folder.resolve("run/mixture.json"), "{\"share\": 1}");
  }

  private Path predicted(String name, String... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "predict",
                "rna",
                "--sequences=" + folder.resolve("raw/test_sequences.csv"),
                "--library=" + folder.resolve("library.gz"),
                "--output-dir=" + folder.resolve(name)));
    args.addAll(List.of(more));
    Trm.run(args.toArray()).requireDone();
    return folder.resolve(name).resolve("submission.csv");
  }

  @Test
  void theNotebookHasOneCellThatRunsThePrediction() throws IOException {
    assertThat(cell(KAGGLE.resolve("rna.ipynb")))
        .contains("bash \"$BUNDLE/predict\" \"$INPUT/test_sequences.csv\"");
  }

  @Test
  void mistakesAreNamedBeforeAnythingIsBuilt() throws Exception {
    Shell none = build("--library", "none.gz", "--output", "bundle");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.output()).contains("--library none.gz: no such file; trm rna library makes it");
    assertThat(build("--output", "bundle").output()).contains("--library and --output are needed");
    assertThat(build("--models", "x").output()).contains("there is no option --models");
    assertThat(folder.resolve("bundle")).doesNotExist();
  }

  private Shell build(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("bash", KAGGLE.resolve("build-bundle").toString()));
    command.addAll(List.of(options));
    return Shell.run(folder, Map.of(), command);
  }

  private void done(Map<String, String> environment, List<String> command) throws Exception {
    Shell shell = Shell.run(folder, environment, command);
    assertThat(shell.code()).as(shell.output()).isZero();
  }

  /** The commands of the only code cell, which is one of bash. */
  private static String cell(Path notebook) throws IOException {
    JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).path("cells");
    List<String> code =
        StreamSupport.stream(cells.spliterator(), false)
            .filter(cell -> cell.path("cell_type").asText().equals("code"))
            .map(
                cell ->
                    StreamSupport.stream(cell.path("source").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining()))
            .toList();
    assertThat(code).hasSize(1);
    assertThat(code.get(0)).startsWith("%%bash\n");
    return code.get(0).substring("%%bash\n".length());
  }
}
