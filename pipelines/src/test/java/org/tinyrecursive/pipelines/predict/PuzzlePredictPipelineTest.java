package org.tinyrecursive.pipelines.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

class PuzzlePredictPipelineTest {
  private static final SudokuShape SHAPE = SudokuShape.ofSide(4);
  private static final int BATCH = 4;
  private static final int ROWS_PER_FILE = 8;

  @TempDir private static Path models;
  @TempDir private Path dir;
  private static TinyModel model;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    model = TinyModel.make(models, SHAPE.side());
  }

  @Test
  void everyExampleIsPredictedOnceInOrder() throws IOException {
    PredictionSummary summary = predict("out", BATCH, 1);
    List<String> lines = lines("out");

    assertThat(lines.get(0)).isEqualTo("id,question,prediction,correct,q_halt,steps,verified");
    assertThat(lines).hasSize(1 + TinyModel.TEST_PUZZLES);
    for (int id = 0; id < TinyModel.TEST_PUZZLES; id++) {
      assertThat(lines.get(1 + id)).startsWith(id + ",");
    }
    assertThat(summary.predictions()).isEqualTo(TinyModel.TEST_PUZZLES);
    assertThat(summary.files()).hasSize(5).first().isEqualTo("part-00000-of-00005.arrow");
    assertThat(summary.weights()).isEqualTo("ema");
    assertThat(summary.exactAccuracyByStep()).hasSize(3).last().isEqualTo(summary.exactAccuracy());
  }

  @Test
  void arrowFilesHoldTheRowsOfTheLines() throws IOException {
    PredictionSummary summary = predict("out", BATCH, 2);
    List<String> rows = new ArrayList<>();
    for (String file : summary.files()) {
      rows.addAll(PredictionFile.rows(dir.resolve("out").resolve(file), SHAPE));
    }

    assertThat(rows).isEqualTo(withoutQHalt(lines("out")));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void bytesDoNotDependOnTheNumberOfWorkers(int workers) throws IOException {
    predict("one", BATCH, 1);
    predict("many", BATCH, workers);

    assertThat(bytes("many")).isEqualTo(bytes("one"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void predictionsDoNotDependOnTheSizeOfABatch(int batchSize) throws IOException {
    predict("usual", BATCH, 2);
    predict("other", batchSize, 2);

    assertThat(withoutQHalt(lines("other"))).isEqualTo(withoutQHalt(lines("usual")));
  }

  @Test
  void aModelIsLoadedOnceForAllWorkers() throws IOException {
    int before = LoadedModel.loads();
    predict("out", BATCH, 4);

    assertThat(LoadedModel.loads() - before).isEqualTo(1);
  }

  @Test
  void rawWeightsPredictOtherwiseAndSayWhatTheyAre() throws IOException {
    predict("ema", BATCH, 2);
    PredictionSummary raw =
        run(settings(model.run(), model.data(), Optional.of(WeightSet.RAW), "raw", BATCH), 2);

    assertThat(raw.weights()).isEqualTo("raw");
    assertThat(lines("raw")).isNotEqualTo(lines("ema"));
  }

  @Test
  void countersTellHowManyArePredicted() {
    Map<String, Long> seen = new HashMap<>();
    PuzzlePredictPipeline.run(
        settings(model.run(), model.data(), Optional.empty(), "out", BATCH),
        BeamSettings.direct(2),
        examples -> seen::putAll);

    assertThat(seen).containsEntry(PuzzlePredictPipeline.PREDICTED, (long) TinyModel.TEST_PUZZLES);
  }

  @Test
  void aDatasetOfAnotherVocabularyIsRefused() throws Exception {
    TinyModel larger = TinyModel.make(Files.createDirectory(dir.resolve("larger")), 6);

    assertRefused(model.run(), larger.data(), Optional.empty())
        .hasMessageContaining("dataset has vocab_size 8, checkpoint ")
        .hasMessageContaining("was trained with 6");
    assertRefused(larger.run(), model.data(), Optional.empty())
        .hasMessageContaining("dataset has vocab_size 6");
    assertNothingIsLeft("larger");
  }

  @Test
  void weightsOfAnotherShapeAreRefusedByBothShapes() throws Exception {
    TinyModel larger = TinyModel.make(Files.createDirectory(dir.resolve("larger")), 6);
    Path mixed = copyOfCheckpoint("mixed");
    Files.delete(mixed.resolve("ema.safetensors"));
    Files.copy(
        larger.run().resolve("checkpoints/latest/ema.safetensors"),
        mixed.resolve("ema.safetensors"));

    assertRefused(mixed, model.data(), Optional.empty())
        .hasMessageContaining("[8, 16]")
        .hasMessageContaining("[6, 16]");
    assertNothingIsLeft("larger", "mixed");
  }

  @Test
  void aCheckpointThatIsCutOffIsRefused() throws IOException {
    Path cut = copyOfCheckpoint("cut");
    Path weights = cut.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(cut, model.data(), Optional.empty()).hasMessageContaining("model.safetensors");
    assertNothingIsLeft("cut");
  }

  @Test
  void averagedWeightsOfARunWithoutThemAreRefused() throws Exception {
    Path plain = TinyModel.train(model.data(), dir.resolve("plain"), TinyModel.Averages.NONE);

    assertRefused(plain, model.data(), Optional.of(WeightSet.EMA))
        .hasMessageContaining("train.ema false; use --weights raw");
    assertNothingIsLeft("plain");
  }

  @Test
  void aDatasetOfAnotherTaskIsRefused() throws IOException {
    Path data = Files.createDirectory(dir.resolve("data"));
    copyTree(model.data(), data);
    Path manifest = data.resolve("dataset.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"sudoku\"", "\"crossword\""));

    assertRefused(model.run(), data, Optional.empty())
        .hasMessageContaining("is a dataset of task crossword, expected sudoku");
    assertNothingIsLeft("data");
  }

  @Test
  void anOutputThatHoldsSomethingIsLeftAsItIs() throws IOException {
    Path mine = Files.createDirectory(dir.resolve("out")).resolve("mine.txt");
    Files.writeString(mine, "precious");

    assertRefused(model.run(), model.data(), Optional.empty()).hasMessageContaining("not empty");
    assertThat(mine).hasContent("precious");
    assertNothingIsLeft("out");
  }

  private PredictionSummary predict(String output, int batchSize, int workers) {
    return run(settings(model.run(), model.data(), Optional.empty(), output, batchSize), workers);
  }

  private static PredictionSummary run(PuzzlePredictSettings settings, int workers) {
    return PuzzlePredictPipeline.run(
        settings, BeamSettings.direct(workers), examples -> counters -> {});
  }

  private PuzzlePredictSettings settings(
      Path run, Path data, Optional<WeightSet> weights, String output, int batchSize) {
    return PuzzlePredictSettings.of(PuzzleTask.SUDOKU, run, data, dir.resolve(output))
        .withWeights(weights)
        .withSizes(batchSize, ROWS_PER_FILE);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      Path run, Path data, Optional<WeightSet> weights) {
    return assertThatThrownBy(() -> run(settings(run, data, weights, "out", BATCH), 2))
        .isInstanceOf(InputRefusedException.class);
  }

  private void assertNothingIsLeft(String... besides) throws IOException {
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(besides);
    }
  }

  private List<String> lines(String output) throws IOException {
    return Files.readAllLines(dir.resolve(output).resolve("predictions.csv"));
  }

  private static List<String> withoutQHalt(List<String> lines) {
    return lines.stream()
        .skip(1)
        .map(line -> line.replaceFirst(",[^,]*,[^,]*,[^,]*$", ""))
        .toList();
  }

  private Map<String, String> bytes(String output) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(dir.resolve(output))) {
      for (Path file : all.toList()) {
        files.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private Path copyOfCheckpoint(String name) throws IOException {
    Path copy = Files.createDirectory(dir.resolve(name));
    copyTree(model.run().resolve("checkpoints/latest").toRealPath(), copy);
    return copy;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.skip(1).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
