package org.tinyrecursive.workflows.rna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowScriptTest {
  private static final Path SCRIPT = Shell.ROOT.resolve("workflows/rna_structure_prediction.sh");
  private static final List<String> PUBLISHED =
      List.of(
          "--sequences",
          "--labels",
          "--test-sequences",
          "--output",
          "--data-dir",
          "--checkpoint-dir",
          "--batch-size",
          "--epochs",
          "--num-structures",
          "--max-length",
          "--temporal-cutoff",
          "--skip-setup",
          "--skip-train",
          "--skip-predict",
          "--dry-run",
          "--help");

  @TempDir private Path folder;

  @Test
  void helpNamesEveryPublishedOption() throws Exception {
    Shell help = script("trm", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.output()).contains(PUBLISHED);
  }

  @Test
  void aDryRunPrintsEveryCommandAndDoesNothing() throws Exception {
    Shell dry =
        script(
            "no such trm",
            "--dry-run",
            "--sequences=my sequences.csv",
            "--epochs",
            "7",
            "--temporal-cutoff",
            "2020-01-01");
    assertThat(dry.code()).as(dry.output()).isZero();
    assertThat(dry.output().lines().map(line -> line.replace("no\\ such\\ trm ", "TRM ")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("mkdir -p data/rna"),
            line ->
                assertThat(line)
                    .startsWith("TRM dataset rna --sequences my\\ sequences.csv")
                    .contains("--temporal-cutoff 2020-01-01", "--max-length 500"),
            line -> assertThat(line).startsWith("TRM rna library "),
            line -> assertThat(line).startsWith("TRM train rna ").contains("--epochs 7"),
            line -> assertThat(line).startsWith("rm -rf data/rna/predicted"),
            line -> assertThat(line).startsWith("TRM predict rna ").contains("--checkpoint"),
            line -> assertThat(line).startsWith("TRM submission validate "),
            line -> assertThat(line).endsWith("submission.csv submission.csv "));
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void partsAreSkipped() throws Exception {
    assertThat(script("trm", "--dry-run", "--skip-setup", "--skip-predict").output())
        .startsWith("trm train rna ")
        .hasLineCount(1);
  }

  @Test
  void mistakesAreNamed() throws Exception {
    assertThat(script("trm", "--epoch", "3"))
        .isEqualTo(refusal("there is no option --epoch; see --help"));
    assertThat(script("trm", "--epochs")).isEqualTo(refusal("--epochs needs a value; see --help"));
    assertThat(script("trm", "--sequences", "none.csv"))
        .isEqualTo(refusal("--sequences none.csv: no such file; check the path"));
  }

  @Test
  void sampledFilesBecomeASubmission() throws Exception {
    Path trm = Shell.trm(folder);
    Shell sample =
        Shell.run(
            folder,
            Map.of(),
            List.of("" + trm, "sample", "rna", "--count=3", "--test-count=1", "--output-dir=raw"));
    assertThat(sample.code()).as(sample.output()).isZero();
    Shell run =
        script(
            "" + trm,
            "--skip-train",
            "--sequences=raw/train_sequences.csv",
            "--labels=raw/train_labels.csv",
            "--test-sequences=raw/test_sequences.csv",
            "--output=submission.csv");
    assertThat(run.code()).as(run.output()).isZero();
    assertThat(run.output()).contains("is valid");
    assertThat(Files.readAllLines(folder.resolve("submission.csv")))
        .hasSameSizeAs(Files.readAllLines(folder.resolve("raw/sample_submission.csv")));
  }

  private Shell script(String trm, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(options));
    return Shell.run(folder, Map.of("TRM", trm), command);
  }

  private static Shell refusal(String text) {
    return new Shell(2, "rna_structure_prediction.sh: " + text + "\n");
  }
}
