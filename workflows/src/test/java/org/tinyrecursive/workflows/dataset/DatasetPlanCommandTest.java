package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class DatasetPlanCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "sudoku, --num-agu, --num-aug",
    "maze, --subsample-siez, --subsample-size",
    "sudoku, --max-reject, --max-rejects"
  })
  void aMisspeltOptionOfTheTaskGetsTheNearestNames(String task, String given, String meant) {
    Trm plan = Trm.run("dataset", "plan", task, "--train=x.csv", given + "=1");
    assertThat(plan.code()).isEqualTo(ExitCode.USAGE);
    assertThat(plan.err())
        .startsWith("trm dataset plan: Unknown option: '" + given + "=1'\nDid you mean ")
        .contains(meant)
        .endsWith("?\nTry: trm dataset plan --help\n");
    assertThat(plan.out()).isEmpty();
  }

  @Test
  void aMisspeltOptionThatIsNeededGetsTheNearestNamesBesideWhatIsMissing() {
    Trm plan =
        Trm.run(
            "dataset", "plan", "arc", "--input-file-perfix=x", "--subset=y", "--test-set-name=y");
    assertThat(plan.code()).isEqualTo(ExitCode.USAGE);
    assertThat(plan.err())
        .startsWith("trm dataset plan: Missing required options: '--input-file-prefix=PREFIX'")
        .contains("\nUnknown option: '--input-file-perfix=x'. Did you mean --input-file-prefix")
        .contains("\nUnknown option: '--subset=y'. Did you mean --subsets");
  }

  @Test
  void anUnknownTaskIsRefusedWithThoseThereAre() {
    Trm plan = Trm.run("dataset", "plan", "soduku");
    assertThat(plan.code()).isEqualTo(ExitCode.USAGE);
    assertThat(plan.err())
        .startsWith("trm dataset plan: task is soduku, allowed: arc, maze, sudoku\n");
  }

  @Test
  void aPlanWithoutFilesIsRefusedAsTheBuildIs() {
    Trm plan = Trm.run("dataset", "plan", "sudoku");
    Trm build = Trm.run("dataset", "sudoku", "--output-dir", folder.resolve("out"));
    assertThat(plan.code()).isEqualTo(ExitCode.INPUT_REFUSED).isEqualTo(build.code());
    assertThat(plan.err().replace("dataset plan", "dataset sudoku")).isEqualTo(build.err());
  }
}
