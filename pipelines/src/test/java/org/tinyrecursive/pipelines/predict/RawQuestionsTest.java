package org.tinyrecursive.pipelines.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.predict.PredictInput.RawQuestions;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.dataset.SplitManifest;

/** Files that are no dataset: one's own puzzles, with answers or without. */
class RawQuestionsTest {
  private static final String QUESTION = "12..3..1........";

  @TempDir private static Path models;
  @TempDir private Path dir;
  private static TinyModel sudokus;
  private static TinyModel mazes;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    sudokus = TinyModel.make(Files.createDirectory(models.resolve("sudoku")), 4);
    mazes = TinyModel.ofMazes(Files.createDirectory(models.resolve("maze")));
  }

  @Test
  void theRawFileOfATestSplitIsPredictedLikeTheSplit() throws IOException {
    Path test = sudokus.data().resolveSibling("test.csv");
    PredictionSummary raw = predict(PuzzleTask.SUDOKU, "raw", 0, test);
    PredictionSummary split =
        run(
            PuzzlePredictSettings.of(
                PuzzleTask.SUDOKU, sudokus.run(), sudokus.data(), dir.resolve("split")));

    assertThat(raw.predictions()).isEqualTo(TinyModel.TEST_PUZZLES);
    assertThat(raw.labelled()).isEqualTo(TinyModel.TEST_PUZZLES);
    assertThat(raw.exactAccuracyByStep()).isEqualTo(split.exactAccuracyByStep());
    assertThat(byQuestion("raw")).isEqualTo(byQuestion("split"));
    assertThat(questions("raw")).as("in the order of the file").isEqualTo(column(test, 1));
  }

  @Test
  void questionsNeedNoAnswersAndNoOtherColumns() throws IOException {
    Path file = write("mine.csv", "name,question", "a," + QUESTION, "b," + QUESTION, "");
    PredictionSummary summary = predict(PuzzleTask.SUDOKU, "out", 0, file);

    assertThat(summary.predictions()).isEqualTo(2);
    assertThat(summary.labelled()).isZero();
    assertThat(summary.exactAccuracy()).isZero();
    assertThat(questions("out")).containsExactly(QUESTION, QUESTION);
    try (Stream<Path> files = Files.list(dir.resolve("out"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "part-00000-of-00001.arrow", "predictions.csv", "predictions.json");
    }
  }

  @Test
  void mazesThatAreNoSquaresArePredictedWithTheirRows() throws IOException {
    Path test = mazes.data().resolveSibling("test.csv");
    RawQuestions input =
        new RawQuestions(List.of(test.toString()), OptionalInt.of(4), OptionalInt.empty(), 0);
    PredictionSummary summary = run(settings(PuzzleTask.MAZE, mazes, "out").withInput(input));

    assertThat(summary.labelled()).isEqualTo(TinyModel.TEST_PUZZLES);
  }

  @Test
  void badRowsAreRefusedWithPlaceAndReasonUnlessAllowed() throws IOException {
    Path file =
        write("mine.csv", "question", "11..............", QUESTION, "12", "12..3..1.......x");

    assertThatThrownBy(() -> predict(PuzzleTask.SUDOKU, "out", 2, file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("mine.csv:2: question repeats a digit in a row, column or box")
        .hasMessageContaining("mine.csv:4: question has 2 cells, expected 16 as the model was")
        .hasMessageContaining("mine.csv:5: question has 'x' at row 4, column 4")
        .hasMessageContaining("3 rows are refused, --max-rejects allows 2");
    assertThat(dir.resolve("out")).doesNotExist();
    PredictionSummary allowed = predict(PuzzleTask.SUDOKU, "out", 3, file);
    assertThat(allowed.predictions()).isEqualTo(1);
    assertThat(allowed.rejects()).isEqualTo(3);
  }

  @Test
  void aFileWithoutTheColumnIsRefused() throws IOException {
    Path file = write("mine.csv", "puzzle", QUESTION);

    assertThatThrownBy(() -> predict(PuzzleTask.SUDOKU, "out", 0, file))
        .hasMessageContaining("mine.csv:1: header has no column 'question', found 'puzzle'");
  }

  @Test
  void aFileWithoutAQuestionIsRefused() throws IOException {
    Path file = write("mine.csv", "question");

    assertThatThrownBy(() -> predict(PuzzleTask.SUDOKU, "out", 0, file))
        .hasMessageContaining("mine.csv: no question to predict");
  }

  @Test
  void aWrongAnswerIsRefused() throws IOException {
    Path file = write("mine.csv", "question,answer", QUESTION + "," + QUESTION);

    assertThatThrownBy(() -> predict(PuzzleTask.SUDOKU, "out", 0, file))
        .hasMessageContaining("mine.csv:2: answer has 12 blanks");
  }

  @Test
  void aModelOfAnotherTaskIsRefused() throws IOException {
    Path file = write("mine.csv", "question", QUESTION);
    RawQuestions input =
        new RawQuestions(List.of(file.toString()), OptionalInt.empty(), OptionalInt.empty(), 0);

    assertThatThrownBy(() -> run(settings(PuzzleTask.SUDOKU, mazes, "out").withInput(input)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("a puzzle of the model has 20 cells, allowed: 16, 36, 81");
    assertThatThrownBy(() -> run(settings(PuzzleTask.MAZE, sudokus, "out").withInput(input)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("question has '1' at row 1, column 1");
  }

  @Test
  void anIdentifierThatTheTableLacksIsRefused() throws IOException {
    DatasetManifest manifest = Dataset.open(sudokus.data()).manifest();
    Path data = Files.createDirectories(dir.resolve("data/test")).getParent();
    String file = ShardEntry.fileName("test", 0, 1);
    ShardEntry shard;
    try (ShardWriter writer =
        new ShardWriter(
            FileChannel.open(
                data.resolve(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            16,
            Compression.ZSTD,
            8)) {
      writer.append(0, 0, 5, 0, new byte[16], new byte[16]);
      shard = writer.finish(file);
    }
    DatasetManifest strange =
        new DatasetManifest(
            manifest.task(),
            manifest.tokens(),
            Compression.ZSTD,
            0,
            Map.of(),
            List.of(),
            0,
            new TreeMap<>(Map.of("test", SplitManifest.of(List.of(shard)))));
    Files.write(data.resolve(DatasetManifest.FILE_NAME), strange.toJson());

    assertThatThrownBy(
            () ->
                run(
                    PuzzlePredictSettings.of(
                        PuzzleTask.SUDOKU, sudokus.run(), data, dir.resolve("out"))))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(
            "example 0 has puzzle identifier 5, the checkpoint's table has the rows 0 to 0");
  }

  private PredictionSummary predict(PuzzleTask task, String output, long maxRejects, Path file) {
    RawQuestions input =
        new RawQuestions(
            List.of(file.toString()), OptionalInt.empty(), OptionalInt.empty(), maxRejects);
    return run(settings(task, sudokus, output).withInput(input));
  }

  private static PredictionSummary run(PuzzlePredictSettings settings) {
    return PuzzlePredictPipeline.run(
        settings, BeamSettings.direct(2), examples -> RunCounters.IGNORED);
  }

  private PuzzlePredictSettings settings(PuzzleTask task, TinyModel model, String output) {
    return PuzzlePredictSettings.of(task, model.run(), model.data(), dir.resolve(output));
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(dir.resolve(name), List.of(lines));
  }

  private List<String> questions(String output) throws IOException {
    return column(dir.resolve(output).resolve("predictions.csv"), 1);
  }

  private Map<String, String> byQuestion(String output) throws IOException {
    Path csv = dir.resolve(output).resolve("predictions.csv");
    Map<String, String> predictions = new TreeMap<>();
    List<String> questions = column(csv, 1);
    List<String> answers = column(csv, 2);
    for (int i = 0; i < questions.size(); i++) {
      predictions.put(questions.get(i), answers.get(i));
    }
    return predictions;
  }

  private static List<String> column(Path csv, int column) throws IOException {
    List<String> values = new ArrayList<>();
    for (String line : Files.readAllLines(csv)) {
      values.add(line.split(",", -1)[column]);
    }
    return values.subList(1, values.size());
  }
}
