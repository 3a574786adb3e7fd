package org.tinyrecursive.transforms.arc.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;

class ArcSubmissionValidatorTest {
  private static final ArcPair PAIR = new ArcPair(ArcGrid.parse("1"), ArcGrid.parse("2"));
  private static final List<ArcTask> TASKS =
      List.of(
          new ArcTask("a", List.of(PAIR), List.of(PAIR)),
          new ArcTask("b", List.of(PAIR), List.of(PAIR, PAIR)));
  private static final String GOOD = "{\"attempt_1\": [[1]], \"attempt_2\": [[2, 3]]}";

  @Test
  void whatAVoteWritesIsValidEvenWithoutAnyVote() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      ArcSubmission.write(
          TASKS.stream()
              .map(
                  task ->
                      new VotedTask(
                          task,
                          task.test().stream()
                              .map(
                                  pair ->
                                      VotedQuestion.of(
                                          pair.input(), Optional.empty(), new Tally().rank()))
                              .toList()))
              .toList(),
          json);
    }
    assertThat(problems(text.toString())).isEmpty();
  }

  @Test
  void everyProblemIsToldWithItsPath() throws IOException {
    String wrong =
        """
        {"a": [{"attempt_1": [[1, 2], [3]], "attempt_3": [[1]]}],
         "b": [%s, 7, {"attempt_1": [], "attempt_2": [[10, -1, 0.5, "x"]]}],
         "c/d": []}
        """
            .formatted(GOOD);
    assertThat(problems(wrong))
        .containsExactly(
            "/a/0/attempt_1/1: has 1 cells, the first row 2; all must have as many",
            "/a/0: has no field attempt_2",
            "/a/0/attempt_3: is a field too many, allowed: attempt_1, attempt_2",
            "/b: has 3 entries, the task has 2 test inputs",
            "/b/1: is 7, expected an object with two attempts",
            "/b/2/attempt_1: has 0 rows, allowed: 1 to 30",
            "/b/2/attempt_2/0/0: is 10, allowed: 0 to 9",
            "/b/2/attempt_2/0/1: is -1, allowed: 0 to 9",
            "/b/2/attempt_2/0/2: is 0.5, allowed: 0 to 9",
            "/b/2/attempt_2/0/3: is \"x\", allowed: 0 to 9",
            "/c~1d: is no task of the challenges; remove it");
  }

  @Test
  void missingTasksAndGridsTooLargeAreTold() throws IOException {
    String wide = "[" + "0, ".repeat(30) + "0]";
    assertThat(
            problems(
                "{\"b\": [%s, {\"attempt_1\": [%s], \"attempt_2\": [[%s]]}]}"
                    .formatted(GOOD, wide, "[]")))
        .containsExactly(
            "/b/1/attempt_1/0: has 31 cells, allowed: 1 to 30",
            "/b/1/attempt_2/0/0: is a list, allowed: 0 to 9",
            "/a: is missing; every task needs an entry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|the file: is a list, expected an object",
        "{\"a\": 1, \"a\": 2}|is no JSON: Duplicate field 'a'",
        "{\"a\": [|line 1, column 8: is no JSON"
      })
  void aFileThatIsNoSubmissionAtAllIsTold(String text, String problem) throws IOException {
    assertThat(problems(text)).first().asString().contains(problem);
  }

  private static List<String> problems(String submission) throws IOException {
    List<String> problems = new ArrayList<>();
    ArcSubmissionValidator.validate(
        new ByteArrayInputStream(submission.getBytes(StandardCharsets.UTF_8)),
        TASKS,
        problems::add);
    return problems;
  }
}
