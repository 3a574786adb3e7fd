package org.tinyrecursive.pipelines.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.modeltf.predict.EarlyExit;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.runner.RunnerChoice;

/** Rollouts, early exit and rules in the pipeline; and attempts that are killed on the way. */
class SearchPipelineTest {
  private static final int STEPS = 3;
  private static final int PARTS = 5;
  private static final SearchSettings ROLLOUTS = SearchSettings.PLAIN.withRollouts(3, 0.5);

  @TempDir private static Path models;
  @TempDir private Path dir;
  private static TinyModel model;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    model = TinyModel.make(models, 4);
  }

  @ParameterizedTest
  @CsvSource({"DIRECT, 4, 2", "DIRECT, 1, 2", "DIRECT, 7, 1", "FLINK_LOCAL, 4, 2"})
  void answersDependOnNeitherRunnerNorBatchNorWorkers(
      RunnerChoice runner, int batchSize, int workers) throws IOException {
    SearchSettings search = ROLLOUTS.withEarlyExit(halfway()).withChoice(AnswerChoice.VALID_FIRST);
    run(settings("one", search), BeamSettings.direct(1), RunCounters.IGNORED);
    run(
        settings("other", search).withSizes(batchSize, 8),
        new BeamSettings(runner, OptionalInt.of(workers), Map.of()),
        RunCounters.IGNORED);

    assertThat(withoutQHalt("other")).isEqualTo(withoutQHalt("one"));
  }

  @Test
  void rolloutsCostTheirStepsAndTakeOtherAnswers() throws IOException {
    PredictionSummary plain = predict("plain", SearchSettings.PLAIN);
    PredictionSummary rollouts = predict("rollouts", ROLLOUTS);

    assertThat(plain.search().meanSteps()).isEqualTo(STEPS);
    assertThat(rollouts.search().meanSteps()).isEqualTo(3.0 * STEPS);
    assertThat(rollouts.search().noise()).isEqualTo(0.5);
    assertThat(rollouts.exactAccuracyByStep())
        .as("the first rollout has no noise")
        .isEqualTo(plain.exactAccuracyByStep());
    assertThat(withoutQHalt("rollouts")).isNotEqualTo(withoutQHalt("plain"));
  }

  @Test
  void anotherSeedIsOtherNoise() throws IOException {
    predict("one", ROLLOUTS);
    predict("other", ROLLOUTS.withSeed(1));

    assertThat(lines("other")).isNotEqualTo(lines("one"));
  }

  @Test
  void rowsThatAreSureCostLess() throws IOException {
    PredictionSummary early = predict("early", SearchSettings.PLAIN.withEarlyExit(halfway()));

    assertThat(early.search().meanSteps()).isGreaterThan(1).isLessThan(STEPS);
    assertThat(early.search().bySteps().stream().mapToLong(s -> s.examples()).sum())
        .isEqualTo(TinyModel.TEST_PUZZLES);
  }

  @Test
  void stepsBeyondThoseOfTheTrainingAreMade() {
    PredictionSummary longer = predict("longer", SearchSettings.PLAIN.withMaxSteps(5));

    assertThat(longer.exactAccuracyByStep()).hasSize(5);
    assertThat(longer.search().haltMaxSteps()).isEqualTo(5);
  }

  @Test
  void verifiedAnswersAreCountedAndMarked() throws IOException {
    PredictionSummary verified = predict("verified", ROLLOUTS.withChoice(AnswerChoice.VALID_FIRST));
    long marked = lines("verified").stream().filter(line -> line.endsWith(",true")).count();

    assertThat(verified.search().verify()).isTrue();
    assertThat(verified.search().verified()).isEqualTo(marked);
    assertThat(lines("verified").stream().filter(line -> line.endsWith(",true")))
        .allMatch(line -> line.contains(",true,"), "a puzzle with one solution is then right");
  }

  @Test
  void aKilledAttemptIsGoneOnWithAndGivesTheSameBytes() throws IOException {
    predict("whole", ROLLOUTS);
    Path left = dir.resolve("again.building-dead");
    run(
        settings("killed", ROLLOUTS),
        BeamSettings.direct(1),
        counters -> copyParts("killed", left));
    Files.createFile(left.resolve(".lock"));
    truncate(part(left, "00001.arrow"));
    Files.delete(part(left, "00003.json"));
    Files.writeString(part(left, "00004.json"), "{");

    Map<String, Long> seen = new HashMap<>();
    run(settings("again", ROLLOUTS), BeamSettings.direct(2), seen::putAll);

    assertThat(Files.exists(left)).isFalse();
    assertThat(lines("again")).isEqualTo(lines("whole"));
    for (int part = 0; part < PARTS; part++) {
      String name = "part-%05d-of-%05d.arrow".formatted(part, PARTS);
      assertThat(dir.resolve("again").resolve(name))
          .hasSameBinaryContentAs(dir.resolve("whole").resolve(name));
    }
    assertThat(seen.get(PuzzlePredictPipeline.PREDICTED)).isEqualTo(TinyModel.TEST_PUZZLES);
    assertThat(seen.get(PuzzlePredictPipeline.STEPS))
        .as("of the damaged parts alone")
        .isEqualTo((8 + 8 + 5) * 3L * STEPS);
  }

  @Test
  void whatAnAttemptWithOtherSettingsLeftIsNotTaken() throws IOException {
    Path left = dir.resolve("plain.building-dead");
    run(
        settings("killed", ROLLOUTS),
        BeamSettings.direct(1),
        counters -> copyParts("killed", left));
    Files.createFile(left.resolve(".lock"));
    predict("reference", SearchSettings.PLAIN);
    predict("plain", SearchSettings.PLAIN);

    assertThat(lines("plain")).isEqualTo(lines("reference"));
    try (Stream<Path> files = Files.list(dir.resolve("plain"))) {
      assertThat(files).hasSize(PARTS + 2);
    }
  }

  /** A confidence that half of the rows reach in their first step. */
  private EarlyExit halfway() throws IOException {
    predict("first", SearchSettings.PLAIN.withMaxSteps(1));
    List<Double> logits =
        lines("first").stream()
            .skip(1)
            .map(line -> Double.valueOf(line.split(",", -1)[4]))
            .sorted()
            .toList();
    double middle = (logits.get(logits.size() / 2) + logits.get(logits.size() / 2 + 1)) / 2;
    return EarlyExit.at(1 / (1 + Math.exp(-middle)));
  }

  private PredictionSummary predict(String output, SearchSettings search) {
    return run(settings(output, search), BeamSettings.direct(2), RunCounters.IGNORED);
  }

  private static PredictionSummary run(
      PuzzlePredictSettings settings, BeamSettings beam, RunCounters counters) {
    return PuzzlePredictPipeline.run(settings, beam, examples -> counters);
  }

  private PuzzlePredictSettings settings(String output, SearchSettings search) {
    return PuzzlePredictSettings.of(
            PuzzleTask.SUDOKU, model.run(), model.data(), dir.resolve(output))
        .withSizes(4, 8)
        .withSearch(search);
  }

  /** What is there when the pipeline is through and nothing has its name yet. */
  private void copyParts(String output, Path to) {
    try (Stream<Path> staging = Files.list(dir)) {
      Path parts =
          staging
              .filter(path -> path.getFileName().toString().startsWith(output + ".building-"))
              .findAny()
              .orElseThrow()
              .resolve(PredictionParts.DIRECTORY);
      Files.createDirectories(to.resolve(PredictionParts.DIRECTORY));
      try (Stream<Path> files = Files.list(parts)) {
        for (Path file : files.filter(f -> !f.getFileName().toString().startsWith(".")).toList()) {
          Path copy = to.resolve(PredictionParts.DIRECTORY).resolve(file.getFileName());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path part(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(PredictionParts.DIRECTORY))) {
      return files.filter(file -> file.toString().endsWith(ending)).findAny().orElseThrow();
    }
  }

  private static void truncate(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private List<String> lines(String output) throws IOException {
    return Files.readAllLines(dir.resolve(output).resolve("predictions.csv"));
  }

  /** Without the logit, whose last bits depend on the size of a batch. */
  private List<String> withoutQHalt(String output) throws IOException {
    return lines(output).stream()
        .map(line -> line.replaceFirst(",[^,]*(,[^,]*,[^,]*)$", "$1"))
        .toList();
  }
}
