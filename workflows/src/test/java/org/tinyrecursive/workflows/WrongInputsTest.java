package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.workflows.cli.ExitCode;

/**
 * Mistakes that users make, as they make them: the exit code, what they read, and that no file
 * appears, disappears or changes.
 */
class WrongInputsTest {
  @TempDir private static Path folder;
  private static TinyRoad road;
  private static TinyRoad larger;
  private Path output;

  @BeforeAll
  static void goTheRoadTwice() throws IOException {
    road = TinyRoad.make(Files.createDirectory(folder.resolve("small")), 4);
    larger = TinyRoad.make(Files.createDirectory(folder.resolve("larger")), 6);
  }

  @BeforeEach
  void chooseAnOutput() {
    output = folder.resolve("output-" + System.nanoTime());
  }

  @Test
  void aRawFileThatIsMissing() {
    refused("none.csv: no such file; check the path", dataset(folder.resolve("none.csv")));
  }

  @Test
  void aDirectoryInsteadOfARawFile() {
    refused("raw is a directory, expected a CSV file, plain or .gz", dataset(road.raw()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample", "dataset", "train", "predict", "quickstart"})
  void anOutputDirectoryThatHoldsSomething(String command) {
    Path taken = road.raw();
    Object[] args =
        switch (command) {
          case "sample" -> new Object[] {"sample", "sudoku", "--output-dir", taken};
          case "dataset" ->
              new Object[] {
                "dataset",
                "sudoku",
                "--train",
                road.raw().resolve("test.csv"),
                "--output-dir",
                taken
              };
          case "train" -> train(road.data(), taken);
          case "predict" -> predict(road.run(), road.data(), taken);
          default -> new Object[] {"quickstart", "--output-dir", taken};
        };
    refused("not empty", args);
  }

  @Test
  void anUnknownSettingIsNamedWithTheNearestKnown() {
    refused("train.epoch", train(road.data(), output, "--set=train.epoch=3"), "train.epochs");
  }

  @Test
  void aRecipeFileWithAnUnknownKeyIsNamedWithItsLine() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("typo.yaml"),
            "extends: sudoku-mini\nname: typo\nmodel:\n  hiden_size: 32\n");
    refused(
        "typo.yaml:4: ",
        new Object[] {"train", "--recipe", recipe, "--data", road.data(), "--output-dir", output},
        "hiden_size",
        "hidden_size");
  }

  @Test
  void aRecipeFileWithAWrongTypeIsNamedWithItsLine() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("type.yaml"),
            "extends: sudoku-mini\nname: type\nmodel:\n  hidden_size: wide\n");
    refused(
        "type.yaml:4: ",
        new Object[] {"train", "--recipe", recipe, "--data", road.data(), "--output-dir", output},
        "hidden_size",
        "wide");
  }

  @Test
  void aRecipeThatDoesNotExist() {
    refused(
        "sudoku-min",
        new Object[] {
          "train", "--recipe=sudoku-min", "--data", road.data(), "--output-dir", output
        },
        "sudoku-mini");
  }

  @Test
  void aBatchThatTheDatasetCannotFill() {
    refused(
        "train.global_batch_size is 1000, but an iteration",
        train(road.data(), output, "--set=train.global_batch_size=1000"),
        "lower it to at most");
  }

  @Test
  void aFolderThatIsNoDataset() {
    refused("dataset.json", train(road.raw(), output));
    refused("is not a dataset", predict(road.run(), folder.resolve("nowhere"), output));
    refused("dataset.json", eval(road.run(), road.raw()));
  }

  @Test
  void aDatasetOfAnotherVocabulary() {
    String message = "dataset has vocab_size 8, checkpoint " + realPath(road.run());
    refused(message, predict(road.run(), larger.data(), output), "was trained with 6");
    refused(message, eval(road.run(), larger.data()), "was trained with 6");
    refused(
        "dataset has vocab_size 8, checkpoint ",
        TinyRoad.joined(train(larger.data(), road.run()), "--resume"),
        "was trained with 6");
  }

  @Test
  void aCheckpointOfAnotherShape() {
    refused(
        "model.hidden_size is 32, checkpoint ",
        TinyRoad.joined(
            train(road.data(), road.run()),
            "--resume",
            "--set=model.hidden_size=32",
            "--set=model.puzzle_emb_ndim=32"),
        "was trained with 16");
  }

  @Test
  void aCheckpointWhoseWeightsAreOfAnotherModel() throws IOException {
    Path mixed = copyOfCheckpoint("mixed");
    Files.delete(mixed.resolve("ema.safetensors"));
    Files.copy(
        larger.run().resolve("checkpoints/latest/ema.safetensors"),
        mixed.resolve("ema.safetensors"));
    refused("has shape [", predict(mixed, road.data(), output), "this model and dataset need [");
    refused("has shape [", eval(mixed, road.data()), "this model and dataset need [");
  }

  @Test
  void aCheckpointThatIsCutOff() throws IOException {
    Path cut = copyOfCheckpoint("cut");
    Path weights = cut.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length - 1));
    refused("model.safetensors", predict(cut, road.data(), output));
    refused("model.safetensors", eval(cut, road.data()));
  }

  @Test
  void aCheckpointThatIsMissing() {
    refused("does not exist", predict(folder.resolve("norun"), road.data(), output));
    refused("neither a checkpoint", eval(road.raw(), road.data()));
  }

  @Test
  void aSplitThatIsMissing() {
    refused(
        "has no split \"dev\", it has: test, train",
        TinyRoad.joined(eval(road.run(), road.data()), "--split=dev"));
    refused(
        "has no split \"dev\", it has: test, train",
        TinyRoad.joined(predict(road.run(), road.data(), output), "--split=dev"));
  }

  @Test
  void predictionsThatAreMissing() {
    refused(
        "none.csv: no such file",
        new Object[] {"score", "sudoku", "--predictions", folder.resolve("none.csv")});
    refused(
        "holds no .csv",
        new Object[] {"score", "sudoku", "--predictions", road.data().resolve("test")});
  }

  @Test
  void countsBelowOne() {
    refused("--batch-size is 0", TinyRoad.joined(eval(road.run(), road.data()), "--batch-size=0"));
    refused(
        "--batch-size is 0",
        TinyRoad.joined(predict(road.run(), road.data(), output), "--batch-size=0"));
    refused("--threads is 0", TinyRoad.joined(train(road.data(), output), "--threads=0"));
  }

  @Test
  void rowsThatDevicesCannotShareEvenly() {
    refused(
        "--batch-size is 5, which 2 devices cannot share evenly; give 6, or other --devices",
        TinyRoad.joined(eval(road.run(), road.data()), "--batch-size=5", "--devices=cpu:0,cpu:1"));
  }

  @Test
  void anUnknownCompressionIsAWrongCommandLine() {
    Trm wrong =
        Trm.run(TinyRoad.joined(dataset(road.raw().resolve("test.csv")), "--compression=lz4"));
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("--compression", "zstd, none", "lz4");
  }

  private void refused(String message, Object[] args, String... more) {
    Map<String, Long> before = files();
    Trm refused = Trm.run(args);

    assertThat(refused.err()).contains(message).doesNotContain("\tat ");
    for (String text : more) {
      assertThat(refused.err()).contains(text);
    }
    assertThat(refused.err().lines().filter(line -> line.startsWith("refused: "))).hasSize(1);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private static Map<String, Long> files() {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        sizes.put(file.toString(), Files.isRegularFile(file) ? Files.size(file) : -1);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sizes;
  }

  private Object[] dataset(Path raw) {
    return new Object[] {"dataset", "sudoku", "--train", raw, "--output-dir", output};
  }

  private static Object[] train(Path data, Path run, Object... more) {
    Object[] args = {"train", "--data", data, "--output-dir", run};
    return TinyRoad.joined(TinyRoad.joined(args, TinyRoad.MODEL), more);
  }

  private static Object[] predict(Path checkpoint, Path data, Path output) {
    return new Object[] {
      "predict", "sudoku", "--checkpoint", checkpoint, "--data", data, "--output-dir", output
    };
  }

  private static Object[] eval(Path checkpoint, Path data) {
    return new Object[] {"eval", "--checkpoint", checkpoint, "--data", data};
  }

  private static Path copyOfCheckpoint(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(road.run().resolve("checkpoints/latest"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
