package org.tinyrecursive.workflows.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.workflows.bench.BenchScoreCommand;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.sample.SampleArcCommand;
import org.tinyrecursive.workflows.submission.SubmissionValidateCommand;
import picocli.CommandLine;

/** From predictions to a valid submission, through the commands. */
class ArcVoteCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path challenges;
  private Path solutions;

  @BeforeEach
  void writeTasks() {
    run(
        new SampleArcCommand(),
        "--count=0",
        "--test-count=6",
        "--test-pairs=2",
        "--max-side=10",
        "--difficulty=easy",
        "--output-dir=" + folder.resolve("raw"));
    challenges = folder.resolve("raw/arc-sample_evaluation_challenges.json");
    solutions = folder.resolve("raw/arc-sample_evaluation_solutions.json");
  }

  @Test
  void votesBecomeAValidSubmissionAndAPage() throws IOException {
    Path predictions = predictions(4);
    Run score = score(predictions);
    assertThat(score.code()).as(score.err()).isEqualTo(ExitCode.DONE);
    assertThat(score.out())
        .contains("8 predictions voted on 12 test inputs of 6 tasks")
        .contains("pass@2         66.67 %")
        .contains("2 tasks with a test input that nothing voted on");
    assertThat(folder.resolve("score/report.html"))
        .content()
        .contains("default-src 'none'", "2 of 2 right in two attempts", "#1 · 1 vote · 0.73")
        .contains("nothing voted on it")
        .doesNotContain("src=\"http");
    assertThat(Files.readAllLines(folder.resolve("score/tasks.csv"))).hasSize(7);

    Run valid = validate(folder.resolve("score/submission.json"));
    assertThat(valid.code()).as(valid.err()).isEqualTo(ExitCode.DONE);
    assertThat(valid.out()).contains("two attempts for each of 12 test inputs of 6 tasks");
  }

  @Test
  void pooledVotesAreCalledPooled() throws IOException {
    Path predictions = predictions(2);
    Run score = score(predictions, "--predictions=" + predictions);
    assertThat(score.out()).contains("Votes are POOLED over 2 sources");
    assertThat(folder.resolve("score/report.html"))
        .content()
        .contains("not the score of one model");
  }

  @Test
  void aSubmissionThatIsNotValidEndsWithEveryProblem() throws IOException {
    Path submission = Files.writeString(folder.resolve("s.json"), "{\"no-task\": []}");
    Run refused = validate(submission);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err())
        .contains("s.json: /no-task: is no task of the challenges; remove it")
        .contains("is missing; every task needs an entry")
        .contains("s.json is not valid: 7 problems.");
  }

  @Test
  void theVoteIsMeasured() {
    Run bench = run(new BenchScoreCommand(), "--tasks=2", "--augmentations=6", "--side=3");
    assertThat(bench.code()).as(bench.err()).isEqualTo(ExitCode.DONE);
    assertThat(bench.out()).contains("12 predictions for 8 candidates").contains("100.00 %");
  }

  /** The right answer, once, to both test inputs of the first tasks. */
  private Path predictions(int tasks) throws IOException {
    JsonNode asked = JSON.readTree(challenges.toFile());
    JsonNode answers = JSON.readTree(solutions.toFile());
    List<String> ids = new ArrayList<>();
    asked.fieldNames().forEachRemaining(ids::add);
    List<String> lines = new ArrayList<>();
    for (String id : ids.subList(0, tasks)) {
      for (int i = 0; i < answers.get(id).size(); i++) {
        lines.add(
            "{\"puzzle\":\"%s\",\"input\":%s,\"prediction\":%s,\"q_halt_logit\":1}"
                .formatted(
                    id,
                    tokens(asked.get(id).get("test").get(i).get("input")),
                    tokens(answers.get(id).get(i))));
      }
    }
    return Files.write(folder.resolve("predictions.jsonl"), lines);
  }

  private static String tokens(JsonNode grid) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : grid) {
      StringBuilder digits = new StringBuilder();
      row.forEach(cell -> digits.append(cell.asInt()));
      rows.add(digits.toString());
    }
    return Arrays.toString(ArcCanvas.tokens(ArcGrid.parse(String.join("/", rows))));
  }

  private Run score(Path predictions, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--predictions=" + predictions,
                "--test-puzzles=" + challenges,
                "--solutions=" + solutions,
                "--output-dir=" + folder.resolve("score")));
    arguments.addAll(List.of(more));
    return run(new ScoreArcCommand(), arguments.toArray(String[]::new));
  }

  private Run validate(Path submission) {
    return run(
        new SubmissionValidateCommand(),
        "--task=arc",
        "--submission=" + submission,
        "--challenges=" + challenges);
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Callable<Integer> command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
