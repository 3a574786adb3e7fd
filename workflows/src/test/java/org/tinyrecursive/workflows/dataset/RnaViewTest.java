package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class RnaViewTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void buildFromSamples() {
    Path raw = folder.resolve("raw");
    data = folder.resolve("data");
    Trm.run("sample", "rna", "--count=3", "--test-count=1", "--output-dir=" + raw).requireDone();
    Trm.run(
            "dataset",
            "rna",
            "--sequences=" + raw.resolve("train_sequences.csv"),
            "--labels=" + raw.resolve("train_labels.csv"),
            "--max-length=90",
            "--output-dir=" + data)
        .requireDone();
  }

  @Test
  void lettersStandOverTheirPairs() {
    Trm view = Trm.run("dataset", "view", data, "--count=1").requireDone();
    assertThat(view.out())
        .containsPattern("resolved, 1 structure\\R")
        .containsPattern("\\R[ACGU]+\\R[.()]+\\R?");
    Trm json = Trm.run("dataset", "view", data, "--count=2", "--format=json").requireDone();
    assertThat(json.json().path("rows")).hasSize(2);
    String letters = json.json().path("rows").get(0).path("sequence").asText();
    assertThat(json.json().path("rows").get(0).path("secondary_structure").asText())
        .hasSameSizeAs(letters)
        .contains("(((");
  }

  @Test
  void aPageHasContactMapsAndFetchesNothing() {
    Path page = folder.resolve("page.html");
    Trm view = Trm.run("dataset", "view", data, "--count=2", "--html", page).requireDone();
    assertThat(view.out()).contains("2 examples are drawn in");
    assertThat(page)
        .content()
        .contains("default-src 'none'", "<path d=\"M0 0h1v1h-1z")
        .doesNotContain("http://", "<script");
  }

  @Test
  void aTargetThatIsNotThereIsNamed() {
    Trm view = Trm.run("dataset", "view", data, "--id=NONE");
    assertThat(view.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(view.err()).contains("--id is NONE: split \"train\"", "has no such target");
  }
}
