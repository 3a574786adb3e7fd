package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.workflows.cli.ExitCode;

/** From unseen tasks to a submission with a model that has learned next to nothing. */
class AdaptRoadTest {
  private static final int TASKS = 2;

  @TempDir private static Path folder;
  private static Path run;
  private static Path challenges;

  @BeforeAll
  static void train() {
    TinyArc arc = TinyArc.make(folder, TASKS);
    run = arc.run();
    challenges = arc.challenges();
  }

  private static Trm adapt(Path output, Object... more) {
    return Trm.run(
        TinyRoad.joined(
            new Object[] {
              "adapt",
              "--checkpoint",
              run,
              "--tasks",
              challenges,
              "--output-dir",
              output,
              "--num-aug=2",
              "--predict-batch-size=4",
              "--set=train.checkpoint_every_steps=2"
            },
            more));
  }

  private static List<NamedTensor> dense(Path checkpoint) throws IOException {
    return Checkpoint.load(checkpoint).loadModel().stream()
        .filter(tensor -> !tensor.name().equals("puzzle_emb.weights"))
        .toList();
  }

  @Test
  void everyTaskIsAnsweredAndGoingOnAgainChangesNothing() throws IOException {
    Path output = folder.resolve("adapted");
    JsonNode result = adapt(output, "--epochs=6", "--format=json").requireDone().json();

    assertThat(result.path("tasks").asInt()).isEqualTo(TASKS);
    assertThat(result.path("step").asInt()).isPositive();
    assertThat(result.path("training_end").asText()).isEqualTo("completed");
    assertThat(result.path("metrics").isObject()).isTrue();
    Trm valid =
        Trm.run(
            "submission",
            "validate",
            "--task=arc",
            "--challenges",
            challenges,
            "--submission",
            output.resolve("submission.json"));
    assertThat(valid.code()).as(valid.err()).isEqualTo(ExitCode.DONE);

    byte[] submission = Files.readAllBytes(output.resolve("submission.json"));
    assertThat(adapt(output, "--epochs=6").code()).isEqualTo(ExitCode.INPUT_REFUSED);
    JsonNode again = adapt(output, "--epochs=6", "--resume", "--format=json").requireDone().json();
    assertThat(again.path("training_end").asText()).isEqualTo("trained before");
    assertThat(output.resolve("submission.json")).hasBinaryContent(submission);
  }

  @Test
  void frozenWeightsStayAndTheNewRowsAreLearned() throws IOException {
    Path output = folder.resolve("frozen");
    adapt(output, "--epochs=4", "--freeze-weights", "--new-rows=zeros").requireDone();

    Checkpoint adapted = Checkpoint.load(output.resolve("run"));
    assertThat(adapted.state().recipe().optimizer().freezeWeights()).isTrue();
    assertThat(adapted.state().dataShape().numPuzzleIdentifiers()).isEqualTo(1 + TASKS * 3);
    NamedTensor table =
        adapted.loadModel().stream()
            .filter(tensor -> tensor.name().equals("puzzle_emb.weights"))
            .findFirst()
            .orElseThrow();
    assertThat(table.sameBits(NamedTensor.zeros("", table.type(), table.shape()))).isFalse();
    // What it began with: the averaged weights of the trained run.
    List<NamedTensor> averages = Checkpoint.load(run).loadEma();
    for (NamedTensor weight : dense(output.resolve("run"))) {
      averages.stream()
          .filter(average -> average.name().equals(weight.name()))
          .forEach(average -> assertThat(weight.sameBits(average)).as(weight.name()).isTrue());
    }
  }

  @Test
  void aFolderOfTasksWithoutAnswersIsEnough() throws IOException {
    Path tasks = Files.createDirectory(folder.resolve("tasks"));
    JsonNode all = new ObjectMapper().readTree(challenges.toFile());
    all.fieldNames()
        .forEachRemaining(
            id -> {
              try {
                Files.writeString(tasks.resolve(id + ".json"), all.get(id).toString());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    Path output = folder.resolve("open");
    JsonNode result =
        Trm.run(
                "adapt",
                "--checkpoint",
                run,
                "--tasks",
                tasks,
                "--output-dir",
                output,
                "--num-aug=0",
                "--epochs=6",
                "--format=json")
            .requireDone()
            .json();

    assertThat(result.path("metrics").isEmpty()).isTrue();
    JsonNode submission = new ObjectMapper().readTree(output.resolve("submission.json").toFile());
    assertThat(submission).hasSize(TASKS);
  }

  @Test
  void timeThatDoesNotSufficeForAnsweringIsRefusedBeforeTraining() {
    Path output = folder.resolve("late");
    Trm refused = adapt(output, "--time-budget=1ms");

    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err())
        .contains("--time-budget leaves 0 ms, but predicting", "give a longer --time-budget");
    assertThat(output.resolve("run/metrics.jsonl")).doesNotExist();
  }

  @Test
  void settingsThatCannotBeAreRefusedBeforeAnythingIsMade() {
    Path output = folder.resolve("unset");

    assertThat(adapt(output, "--epochs=1", "--set=train.epoch=1").err())
        .isEqualToNormalizingNewlines(
            "refused: --set train.epoch=1: unknown key train.epoch; did you mean train.epochs?\n");
    assertThat(adapt(output, "--epochs=1", "--set=model.hidden_size=32").err())
        .contains("--set asks for a model with other weights than ", "leave out such settings");
    assertThat(output).doesNotExist();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    Path output = folder.resolve("none");
    assertThat(adapt(output).err()).contains("neither --epochs nor --time-budget");
    assertThat(adapt(output, "--epochs=0").err()).contains("--epochs is 0, allowed: 1 and above");
    assertThat(output).doesNotExist();
  }
}
