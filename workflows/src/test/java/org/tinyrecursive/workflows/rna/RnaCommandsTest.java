package org.tinyrecursive.workflows.rna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.bench.BenchRnaCommand;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.sample.SampleRnaCommand;
import org.tinyrecursive.workflows.score.ScoreRnaCommand;
import org.tinyrecursive.workflows.submission.SubmissionValidateCommand;
import picocli.CommandLine;

class RnaCommandsTest {
  @TempDir private Path folder;

  @Test
  void samplesAreScoredCheckedAndDrawn() throws IOException {
    Path files = folder.resolve("rna");
    Run sample =
        run(
            new SampleRnaCommand(),
            "--count",
            "3",
            "--test-count",
            "4",
            "--output-dir",
            "" + files);
    assertThat(sample.code()).as(sample.err()).isEqualTo(ExitCode.DONE);
    assertThat(sample.out()).startsWith("Wrote 3 targets to train on and 4 held out");

    Run valid = validate(files.resolve("sample_submission.csv"));
    assertThat(valid.code()).as(valid.err()).isEqualTo(ExitCode.DONE);
    assertThat(valid.out()).contains("is valid").contains("rows for 4 targets");

    Path page = folder.resolve("report.html");
    Run score =
        run(
            new ScoreRnaCommand(),
            "--predictions",
            "" + files.resolve("validation_labels.csv"),
            "--labels",
            "" + files.resolve("validation_labels.csv"),
            "--report",
            "" + page,
            "--format",
            "json");
    assertThat(score.code()).as(score.err()).isEqualTo(ExitCode.DONE);
    assertThat(score.out())
        .contains("\"targets\":4")
        .containsPattern("\"mean_tm_score\":(1\\.0|0\\.99999)");
    assertThat(page)
        .content()
        .contains("data-target=\"3\"", "NEW0002", "default-src 'none'")
        .doesNotContain("src=\"http");
  }

  @Test
  void targetsOfWantedLengthsAreHeldOut() throws IOException {
    Path files = folder.resolve("rna");
    Run sample =
        run(
            new SampleRnaCommand(),
            "--count=1",
            "--test-lengths=70,12",
            "--output-dir=" + files,
            "--format=json");
    assertThat(sample.code()).as(sample.err()).isEqualTo(ExitCode.DONE);
    assertThat(sample.out()).contains("\"test_targets\":2");
    assertThat(files.resolve("validation_labels.csv"))
        .content()
        .contains("NEW0000_70,", "NEW0001_12,")
        .doesNotContain("NEW0000_71,", "NEW0001_13,");
  }

  @Test
  void aRandomSequenceIsFoldedAgainstTheClock() {
    Run bench = run(new BenchRnaCommand(), "--length=120", "--samples=2", "--format=json");
    assertThat(bench.code()).as(bench.err()).isEqualTo(ExitCode.DONE);
    assertThat(bench.out()).contains("{\"length\":120,\"samples\":2,\"pairs\":");
  }

  @Test
  void aSubmissionThatIsNotValidEndsWithEveryProblem() throws IOException {
    Path files = folder.resolve("rna");
    run(new SampleRnaCommand(), "--count", "0", "--test-count", "1", "--output-dir", "" + files);
    Path submission = files.resolve("sample_submission.csv");
    Files.writeString(
        submission,
        Files.readString(submission)
            .replace("NEW0000_2,", "NEW0000_1,")
            .replace(",3,0.000", ",3,NaN"));
    Run refused = validate(submission);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err())
        .contains("sample_submission.csv:3: ID 'NEW0000_1' occurs twice")
        .contains("sample_submission.csv:4: x_1 of NEW0000_3 is NaN")
        .contains("ID NEW0000_2 is missing")
        .contains("is not valid");
  }

  private Run validate(Path submission) {
    return run(
        new SubmissionValidateCommand(),
        "--task",
        "rna",
        "--submission",
        "" + submission,
        "--sequences",
        "" + submission.resolveSibling("test_sequences.csv"));
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Callable<Integer> command, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new Run(code, out.toString(), err.toString());
  }
}
