package org.tinyrecursive.workflows.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

/** Wrong choices of puzzles and search: said before a model is looked at. */
class PuzzlesTest {
  @TempDir Path folder;

  private Trm predict(String task, String options) {
    return Trm.run(
        Stream.concat(
                Stream.of("predict", task, "--checkpoint=no-run", "--output-dir", output()),
                Stream.of(options.split(" ", -1)).filter(option -> !option.isEmpty()))
            .toArray());
  }

  private Path output() {
    return folder.resolve("output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sudoku | ''                            | neither --data nor --input is given; name a dataset, or a raw file
          sudoku | --data d --input q.csv        | --data and --input are given; name a dataset or raw files, not both
          sudoku | --data d --max-rejects 1      | --max-rejects goes with --input, which is not given; leave it out
          maze   | --data d --rows 3             | --rows goes with --input, which is not given; leave it out
          maze   | --data d --columns 3          | --columns goes with --input, which is not given; leave it out
          maze   | --input q.csv --split dev     | --split goes with --data, which is not given; leave it out
          sudoku | --input q.csv --rows 3        | --rows tells the size of mazes, these are puzzles of sudoku; leave it out
          sudoku | --data d --weights both       | --weights is 'both', allowed: raw, ema
          """)
  void whatIsNoCommandLineExitsWith2(String task, String options, String message) {
    Trm wrong = predict(task, options);

    assertThat(wrong.err())
        .isEqualToNormalizingNewlines(
            "trm predict %s: %s%nTry: trm predict %s --help%n".formatted(task, message, task));
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.out()).isEmpty();
    assertThat(output()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maze   | --input q.csv --rows 0              | --rows is 0, allowed: 1 and above
          maze   | --input q.csv --columns -1          | --columns is -1, allowed: 1 and above
          sudoku | --data d --batch-size 0             | --batch-size is 0, allowed: 1 and above
          sudoku | --data d --rows-per-file 0          | --rows-per-file is 0, allowed: 1 and above
          sudoku | --data d --rollouts 0               | --rollouts is 0, allowed: 1 and above
          sudoku | --data d --noise 0.5                | --noise is 0.5, but the only attempt has none; add --rollouts 2 or more
          sudoku | --data d --noise -1 --rollouts 2    | --noise is -1.0, allowed: above 0
          sudoku | --data d --halt-max-steps 0         | --halt-max-steps is 0, allowed: 1 and above
          sudoku | --data d --early-exit 1.5           | --early-exit is 1.5, allowed: a confidence between 0 and 1
          arc    | --data d --verify                   | --verify is given, but answers to arc cannot be checked by rules; leave it out
          sudoku | --data d --runner spark             | --runner is 'spark', allowed: direct, flink-local, flink, dataflow
          sudoku | --data d --workers 0                | --workers is 0, allowed: 1 and above
          sudoku | --data d                            | checkpoint no-run does not exist
          """)
  void whatCannotBeMeantExitsWith3(String task, String options, String message) {
    Trm refused = predict(task, options);

    assertThat(refused.err()).startsWith("refused: " + message).hasLineCount(1);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(output()).doesNotExist();
  }

  @Test
  void anOutputBelowAFileIsRefusedByTheNameOfThatFile() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "");
    Trm refused =
        Trm.run(
            "predict",
            "sudoku",
            "--checkpoint=no-run",
            "--data=d",
            "--output-dir",
            file.resolve("predictions"));

    assertThat(refused.err()).contains("cannot be made: " + file + " is a file; choose another");
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
  }
}
