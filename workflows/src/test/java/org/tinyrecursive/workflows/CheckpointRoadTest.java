package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.workflows.cli.ExitCode;

/** What is in a checkpoint, and its way to other programs and back. */
class CheckpointRoadTest {
  @TempDir private static Path folder;
  private static TinyRoad road;

  @BeforeAll
  static void goTheRoad() {
    road = TinyRoad.shared();
  }

  private static Trm export(Object... more) {
    return Trm.run(
        TinyRoad.joined(new Object[] {"checkpoint", "export", "--checkpoint", road.run()}, more));
  }

  private static Trm importFrom(Path file, Path run, Object... more) {
    return Trm.run(
        TinyRoad.joined(
            TinyRoad.joined(
                new Object[] {"checkpoint", "import", "--from", file, "--data", road.data()},
                TinyRoad.MODEL),
            TinyRoad.joined(new Object[] {"--output-dir", run}, more)));
  }

  private static JsonNode predict(Path run, Path output) {
    return Trm.run(
            "predict",
            "sudoku",
            "--checkpoint",
            run,
            "--data",
            road.data(),
            "--output-dir",
            output,
            "--format=json")
        .requireDone()
        .json();
  }

  @Test
  void infoTellsWhereTheModelComesFrom() throws IOException {
    JsonNode info = Trm.run("checkpoint", "info", road.run(), "--format=json").requireDone().json();

    assertThat(info.path("dataset_manifest_sha256").asText())
        .isEqualTo(DatasetManifest.load(road.data()).sha256());
    assertThat(info.path("recipe").asText()).isEqualTo("sudoku-mini");
    assertThat(info.path("settings").path("train.seed").asText()).isEqualTo("0");
    assertThat(info.path("settings").path("model.hidden_size").asText()).isEqualTo("16");
    assertThat(info.path("versions").path("tensorflow_java").asText()).isNotBlank();
    assertThat(info.path("step").asLong()).isEqualTo(info.path("best_step").asLong()).isPositive();
    assertThat(info.path("dense_parameters").asLong()).isPositive();
    assertThat(info.path("puzzle_table_parameters").asLong()).isEqualTo(16);
    assertThat(info.path("tensors").findValuesAsText("name")).contains("puzzle_emb.weights");

    assertThat(Trm.run("checkpoint", "info", road.run()).requireDone().out())
        .contains("dataset sha256", "train.lr", "L_level.layers.0.mlp.gate_up_proj.weight");
  }

  @ParameterizedTest
  @CsvSource({"safetensors,.safetensors", "published,.safetensors", "pytorch,.pth"})
  void aModelThatWentOutAndCameBackPredictsTheSame(String target, String suffix)
      throws IOException {
    Path file = folder.resolve(target + suffix);
    JsonNode exported = export("--to", target, "--output", file, "--format=json").json();
    Path run = folder.resolve("imported-" + target);
    JsonNode imported = importFrom(file, run, "--format=json").requireDone().json();

    assertThat(exported.path("weights").asText()).isEqualTo("ema");
    assertThat(imported.path("tensors").asInt()).isPositive();
    assertThat(imported.path("left_aside").isArray()).isTrue();
    assertThat(imported.path("left_aside")).isEmpty();
    Path before = folder.resolve("before-" + target);
    Path after = folder.resolve("after-" + target);
    assertThat(predict(run, after).path("step").asInt()).isZero();
    assertThat(predict(road.run(), before).path("step").asInt()).isPositive();
    assertThat(after.resolve("predictions.csv"))
        .hasSameTextualContentAs(before.resolve("predictions.csv"));
  }

  @Test
  void anImportedModelIsTrainedOn() throws IOException {
    Path file = folder.resolve("raw.safetensors");
    export("--weights=raw", "--output", file).requireDone();
    Path run = folder.resolve("trained-on");
    importFrom(file, run, "--set=train.epochs=4", "--set=train.eval_interval=4").requireDone();

    JsonNode trained =
        road.train(
                "--resume",
                "--output-dir",
                run,
                "--set=train.epochs=4",
                "--set=train.eval_interval=4",
                "--format=json")
            .requireDone()
            .json();

    assertThat(trained.path("step").asInt()).isPositive();
    assertThat(trained.path("end").asText()).isEqualTo("completed");
  }

  @Test
  void aSavedModelIsAFolder() {
    Path saved = folder.resolve("saved");
    export("--to=saved-model", "--output", saved).requireDone();

    assertThat(saved.resolve("saved_model.pb")).isRegularFile();
  }

  @Test
  void whatCannotBeReadIsRefusedByName() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.pth"), "no zip");
    assertRefused(importFrom(broken, folder.resolve("no")), "broken.pth is no file of torch.save");
    assertRefused(
        importFrom(folder.resolve("absent.pth"), folder.resolve("no")), "absent.pth is no file");
    assertThat(folder.resolve("no")).doesNotExist();

    Path file = folder.resolve("small.safetensors");
    export("--output", file).requireDone();
    assertRefused(
        importFrom(file, folder.resolve("no"), "--set=model.hidden_size=32"),
        "has shape [16]",
        "need [32]");
    assertRefused(importFrom(file, road.run()), "is not empty; remove it or choose another");
    assertRefused(export("--output", file), "small.safetensors exists");
    assertRefused(
        export("--to=saved-model", "--output", folder.resolve("x"), "--batch-size=0"),
        "--batch-size is 0");
    assertRefused(Trm.run("checkpoint", "info", folder), "is neither a checkpoint");
  }

  @Test
  void aPersonReadsTheSameInUnits() {
    List<String> lines =
        Trm.run("checkpoint", "info", road.run()).requireDone().out().lines().toList();

    assertThat(lines.get(1)).matches("recipe {37}sudoku-mini \\(trm\\)");
    assertThat(lines.get(2)).matches("trained {36}32 steps, 8\\.00 epochs, in \\d+(\\.\\d)? m?s");
    assertThat(lines.get(3)).matches("parameters {33}25,570 dense, 16 puzzle table");
    assertThat(lines.get(5)).endsWith("16 tokens of 6 values, 1 puzzle identifier");
    assertThat(lines).last().asString().matches("q_head.weight {30}F32 \\[2, 16]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"safetensors", "published", "pytorch", "saved-model"})
  void everyFormatIsWrittenWithTheFoldersItLiesIn(String target) {
    Path place = folder.resolve("made/for-" + target);
    Path model = place.resolve("model");
    export("--to", target, "--output", model).requireDone();

    assertThat(model).exists();
    assertThat(place.toFile().list()).containsExactly("model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"safetensors", "published", "pytorch", "saved-model"})
  void aPlaceBelowAFileIsRefusedInEveryFormat(String target) {
    Path file = road.raw().resolve("test.csv");

    assertRefused(
        export("--to", target, "--output", file.resolve("model")),
        "test.csv/model cannot be made: " + file + " is a file; choose another");
  }

  @Test
  void whatOnlyASavedModelHasIsRefusedForOthers() {
    assertRefused(
        export("--output", folder.resolve("x"), "--batch-size=4"),
        "--batch-size is 4, but --to safetensors writes weights alone");
    assertThat(folder.resolve("x")).doesNotExist();
    Trm wrong = export("--output", folder.resolve("x"), "--to=onnx");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err())
        .contains("--to is 'onnx', allowed: safetensors, published, pytorch, saved-model");
  }

  @Test
  void aRunIsNotImportedOverAFile() throws IOException {
    Path file = folder.resolve("over.safetensors");
    export("--output", file).requireDone();

    assertRefused(
        importFrom(file, file), "is a file, expected a directory that is absent or empty");
    assertRefused(
        importFrom(file, file.resolve("run")), "cannot be made", "is a file; choose another");
  }

  private static void assertRefused(Trm ran, CharSequence... words) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(ran.err()).contains(words).doesNotContain("\tat ");
  }
}
