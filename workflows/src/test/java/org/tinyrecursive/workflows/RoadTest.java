package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.workflows.cli.ExitCode;

/** Every stage as a command of its own, on what the stage before left. */
class RoadTest {
  @TempDir private static Path folder;
  private static TinyRoad road;

  @BeforeAll
  static void goTheRoad() {
    road = TinyRoad.shared();
  }

  @Test
  void predictionsAreOneRowPerPuzzleInThePublishedColumns() throws IOException {
    Path output = folder.resolve("predictions");
    JsonNode result = predict(output, "--format=json").json();

    List<String> lines = Files.readAllLines(output.resolve("predictions.csv"));
    assertThat(lines.get(0)).isEqualTo("id,question,prediction,correct,q_halt,steps,verified");
    assertThat(lines).hasSize(1 + TinyRoad.TEST_PUZZLES);
    assertThat(lines.get(1)).matches("0,[.1-4]{16},[.1-4]{16},(true|false),-?\\d.*");
    assertThat(result.path("predictions").asInt()).isEqualTo(TinyRoad.TEST_PUZZLES);
    assertThat(result.path("weights").asText()).isEqualTo("ema");
    assertThat(output.resolve("part-00000-of-00001.arrow")).isRegularFile();
    assertThat(output.resolve("predictions.json")).isRegularFile();
  }

  @Test
  void scoreAgreesWithWhatPredictAndEvalSay() {
    Path output = folder.resolve("scored");
    JsonNode predicted = predict(output, "--format=json").json();
    JsonNode scored = score(output, "--answers", road.raw().resolve("test.csv"));
    JsonNode evaluated = eval("--format=json").json();

    double exact = predicted.path("exact_accuracy").asDouble();
    assertThat(scored.path("puzzles").asInt()).isEqualTo(TinyRoad.TEST_PUZZLES);
    assertThat(scored.path("exact_accuracy").asDouble()).isEqualTo(exact);
    assertThat(scored.path("wrong_claims").asInt()).isZero();
    assertThat(scored.path("exact_accuracy_low").asDouble()).isLessThanOrEqualTo(exact);
    assertThat(scored.path("exact_accuracy_high").asDouble()).isGreaterThan(exact);
    assertThat(scored.has("valid_sudokus")).isTrue();
    assertThat(evaluated.path("ema").path("exact_accuracy").asDouble())
        .isCloseTo(exact, within(1e-12));
    assertThat(evaluated.path("ema").path("cell_accuracy").asDouble())
        .isCloseTo(scored.path("cell_accuracy").asDouble(), within(1e-9));
  }

  @Test
  void scoreWithoutAnswersSolvesTheQuestions() {
    Path output = folder.resolve("solved");
    predict(output);

    assertThat(score(output)).isEqualTo(score(output, "--answers", road.data()));
  }

  @Test
  void predictionsThatWereChangedAfterwardsAreNotScored() throws IOException {
    Path output = folder.resolve("changed");
    predict(output);
    Path csv = output.resolve("predictions.csv");
    String lines = Files.readString(csv);
    Files.writeString(csv, lines.replaceFirst(",(true|false),", ",true ,"));
    refused("predictions.csv has ", "it was cut off or changed", "score", "sudoku", output);

    Files.writeString(csv, lines);
    Path shard = output.resolve("part-00000-of-00001.arrow");
    byte[] whole = Files.readAllBytes(shard);
    Files.write(shard, Arrays.copyOf(whole, whole.length - 1));
    refused("part-00000-of-00001.arrow has ", "cut off or changed", "score", "sudoku", output);
    refused("of task sudoku", "expected maze", "score", "maze", output, "--answers", road.data());
  }

  @Test
  void rawArcTasksNeedAdapting() {
    Trm refused =
        Trm.run(
            "predict",
            "arc",
            "--checkpoint",
            road.run(),
            "--input",
            road.raw(),
            "--output-dir",
            folder.resolve("raw-arc"));

    assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains("--input takes questions of Sudokus and mazes", "trm adapt");
  }

  private static void refused(
      String what, String why, String command, String task, Path predictions, Object... more) {
    Trm refused =
        Trm.run(TinyRoad.joined(new Object[] {command, task, "--predictions", predictions}, more));
    assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains(what, why);
  }

  @Test
  void evalScoresRawAndAveragedWeightsAfterEverySupervisionStep() throws IOException {
    JsonNode result = eval("--format=json").json();

    assertThat(result.path("examples").asInt()).isEqualTo(TinyRoad.TEST_PUZZLES);
    for (String weights : List.of("raw", "ema")) {
      JsonNode scores = result.path(weights);
      assertThat(scores.path("cell_accuracy_by_step")).as(weights).hasSize(4);
      assertThat(scores.path("cell_accuracy_by_step").get(3))
          .isEqualTo(scores.get("cell_accuracy"));
      assertThat(scores.path("exact_accuracy_high").asDouble())
          .isGreaterThan(scores.path("exact_accuracy").asDouble());
    }
    assertThat(result.path("cell_accuracy")).isEqualTo(result.path("ema").path("cell_accuracy"));
    JsonNode logged = lastEvaluation();
    assertThat(result.path("raw").path("cell_accuracy").asDouble())
        .isCloseTo(logged.path("raw").path("cell_accuracy").asDouble(), within(1e-9));
    assertThat(result.path("ema").path("lm_loss").asDouble())
        .isCloseTo(logged.path("ema").path("lm_loss").asDouble(), within(1e-5));
  }

  @Test
  void evalOnTwoDevicesCountsTheSameAnswers() {
    JsonNode one = eval("--format=json", "--batch-size=4").json();
    JsonNode two = eval("--format=json", "--batch-size=8", "--devices=cpu:0,cpu:1").json();

    assertThat(two.path("examples")).isEqualTo(one.path("examples"));
    for (String weights : List.of("raw", "ema")) {
      for (String score : List.of("exact", "exact_accuracy_by_step", "cell_accuracy_by_step")) {
        assertThat(two.path(weights).path(score)).isEqualTo(one.path(weights).path(score));
      }
    }
  }

  @Test
  void evalTakesOneKindOfWeightsAndFewerExamples() {
    Trm table = eval("--weights=raw", "--max-examples=10", "--batch-size=4");

    assertThat(table.out())
        .contains("on 10 examples of split test", "raw weights", "95 % interval");
    assertThat(table.out()).doesNotContain("averaged");
    assertThat(eval("--split=train", "--format=json").json().path("examples").asInt())
        .isEqualTo(128);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 16})
  void everySizeGoesTheWholeRoad(int side) throws IOException {
    Path place = Files.createDirectory(folder.resolve("side-" + side));
    TinyRoad other = TinyRoad.make(place, side);
    Path output = place.resolve("predictions");
    Trm.run(
            "predict",
            "sudoku",
            "--checkpoint",
            other.run(),
            "--data",
            other.data(),
            "--output-dir",
            output)
        .requireDone();

    assertThat(score(output).path("puzzles").asInt()).isEqualTo(TinyRoad.TEST_PUZZLES);
    String row = Files.readAllLines(other.raw().resolve("test.csv")).get(1);
    assertThat(row.split(",", -1)[1]).hasSize(side * side);
    assertThat(Files.readString(other.raw().resolve("train.csv"))).startsWith(SudokuCsv.HEADER);
  }

  private static JsonNode lastEvaluation() throws IOException {
    String line =
        Files.readAllLines(road.run().resolve("metrics.jsonl")).stream()
            .filter(text -> text.contains("\"evaluation\""))
            .reduce("", (a, b) -> b);
    return new ObjectMapper().readTree(line);
  }

  private static Trm eval(Object... more) {
    Object[] args = {"eval", "--checkpoint", road.run(), "--data", road.data()};
    return Trm.run(TinyRoad.joined(args, more)).requireDone();
  }

  private static Trm predict(Path output, Object... more) {
    Object[] args = {
      "predict", "sudoku", "--checkpoint", road.run(), "--data", road.data(), "--output-dir", output
    };
    return Trm.run(TinyRoad.joined(args, more)).requireDone();
  }

  private static JsonNode score(Path predictions, Object... more) {
    Object[] args = {"score", "sudoku", "--predictions", predictions, "--format=json"};
    return Trm.run(TinyRoad.joined(args, more)).requireDone().json();
  }
}
