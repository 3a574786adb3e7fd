package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class TrainRnaCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--batch-size=0 | --batch-size is 0, allowed: 1 and above",
        "--epochs=0 | --epochs is 0, allowed: 1 and above",
        "--max-length=8 | --max-length is 8, allowed: 16 and above",
        "--num-structures=0 | --num-structures is 0, allowed: 1 and above",
        "--threads=0 | --threads is 0, allowed: 1 and above",
        "--lr=0 | --lr is 0.0, allowed: above 0 and finite",
        "--lr=NaN | --lr is NaN, allowed: above 0"
      })
  void settingsThatCannotBeAreRefusedWithWhatIsAllowed(String setting, String message) {
    Trm run = train(folder.resolve("none"), setting);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aFolderThatIsNoDatasetIsRefusedWithTheCommandThatMakesOne() {
    Trm run = train(folder);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err()).contains("is no RNA dataset", "make one with trm dataset rna");
  }

  /** On samples: what is trained, what it was chosen by, and that the run is not overwritten. */
  @Test
  void sampledStructuresAreLearnedAndTheRunIsGuarded() {
    Path data = dataset();
    Trm run = train(data, "--epochs=2", "--max-length=32", "--num-structures=2", "--format=json");
    run.requireDone();
    assertThat(run.out())
        .contains("\"model\":\"baseline\"", "\"end\":\"completed\"", "\"step\":")
        .containsPattern("\"validation_rows\":[1-9]")
        .contains("\"near_copies_left_out\":");
    assertThat(run.err()).contains("validation rows left out: near copies of a training chain");
    assertThat(folder.resolve("run/checkpoints/best")).exists();
    assertThat(train(data, "--epochs=2", "--max-length=32", "--num-structures=2").err())
        .contains("add --resume");
    assertThat(train(data, "--epochs=3", "--max-length=32", "--num-structures=2", "--resume").err())
        .contains("was trained with training settings", "give the same, or another --output-dir");
  }

  private Path dataset() {
    Path raw = folder.resolve("raw");
    Path data = folder.resolve("data");
    Trm.run("sample", "rna", "--count=4", "--test-count=2", "--output-dir=" + raw).requireDone();
    Trm.run(
            "dataset",
            "rna",
            "--sequences=" + raw.resolve("train_sequences.csv"),
            "--sequences=" + raw.resolve("validation_sequences.csv"),
            "--labels=" + raw.resolve("train_labels.csv"),
            "--labels=" + raw.resolve("validation_labels.csv"),
            "--max-length=32",
            "--output-dir=" + data)
        .requireDone();
    return data;
  }

  private Trm train(Path data, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                "rna",
                "--data-dir=" + data,
                "--output-dir=" + folder.resolve("run"),
                "--model=baseline"));
    args.addAll(List.of(more));
    return Trm.run(args.toArray());
  }
}
