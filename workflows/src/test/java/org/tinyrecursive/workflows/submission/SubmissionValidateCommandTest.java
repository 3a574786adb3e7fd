package org.tinyrecursive.workflows.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class SubmissionValidateCommandTest {
  @TempDir private static Path folder;
  private static Path sequences;
  private static Path sample;

  @BeforeAll
  static void draw() {
    Trm.run("sample", "rna", "--count=1", "--test-count=3", "--output-dir", folder.resolve("raw"))
        .requireDone();
    sequences = folder.resolve("raw/test_sequences.csv");
    sample = folder.resolve("raw/sample_submission.csv");
  }

  private static Trm validate(Path submission, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "submission",
                "validate",
                "--task=rna",
                "--sequences",
                sequences,
                "--submission",
                submission));
    args.addAll(List.of(more));
    return Trm.run(args.toArray());
  }

  @Test
  void aWholeSubmissionIsCountedAndEndsWith0() throws IOException {
    int rows = Files.readAllLines(sample).size() - 1;
    Trm valid = validate(sample).requireDone();

    assertThat(valid.out())
        .isEqualToNormalizingNewlines(
            "%s is valid: %d rows for 3 targets.%n".formatted(sample, rows));
    assertThat(valid.err()).isEmpty();
  }

  @Test
  void aRowThatLacksIsNamedAndEndsWith3() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(sample));
    String lost = lines.remove(2);
    Path cut = Files.write(folder.resolve("cut.csv"), lines);
    Trm wrong = validate(cut);

    assertThat(wrong.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err())
        .contains("ID " + lost.substring(0, lost.indexOf(',')))
        .endsWith("cut.csv is not valid: 1 problem." + System.lineSeparator());
  }

  @Test
  void aProgramReadsTheProblemsOnStdout() throws IOException {
    Path header = Files.writeString(folder.resolve("header.csv"), "hello\n");
    Trm wrong = validate(header, "--format=json");

    JsonNode found = wrong.json();
    assertThat(wrong.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(wrong.err()).isEmpty();
    assertThat(found.path("valid").asBoolean(true)).isFalse();
    assertThat(found.path("problem_count").asInt()).isEqualTo(found.path("problems").size());
    assertThat(found.path("problems").get(0).asText()).startsWith("header.csv:1: header lacks ID");
  }

  @Test
  void ofManyProblemsTheFirstHundredAreTold() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(sample));
    for (int extra = 0; extra < 130; extra++) {
      lines.add(lines.get(1).replaceFirst("^[^,]+", "ZZ99_" + extra));
    }
    Path long130 = Files.write(folder.resolve("long.csv"), lines);
    Trm text = validate(long130);
    JsonNode json = validate(long130, "--format=json").json();

    assertThat(text.err())
        .contains("ZZ99_99'", "… and 30 more", "is not valid: 130 problems.")
        .doesNotContain("ZZ99_100'");
    assertThat(json.path("problems")).hasSize(100);
    assertThat(json.path("problem_count").asInt()).isEqualTo(130);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --task=arc                                | --challenges is missing: --task arc compares the submission with that file
          --task=rna                                | --sequences is missing: --task rna compares the submission with that file
          --task=arc --challenges=c --sequences=s   | --sequences is s, but --task arc has no such file; leave it out
          --task=rna --challenges=c --sequences=s   | --challenges is c, but --task rna has no such file; leave it out
          --task=rna --sequences=none.csv           | none.csv: no such file; check the path
          --task=arc --challenges=none.json         | none.zip: no such file; check --submission
          """)
  void whatCannotBeComparedIsRefused(String options, String message) {
    Trm refused =
        Trm.run((Object[]) ("submission validate --submission=none.zip " + options).split(" ", -1));

    assertThat(refused.err()).isEqualToNormalizingNewlines("refused: %s%n".formatted(message));
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
  }
}
