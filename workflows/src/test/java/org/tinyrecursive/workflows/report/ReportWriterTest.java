package org.tinyrecursive.workflows.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.workflows.recipe.LoadedRecipe;
import org.tinyrecursive.workflows.recipe.RecipeLoader;

class ReportWriterTest {
  private static final SudokuGrid QUESTION = SudokuGrid.parse("12..3..2.1..4...");
  private static final SudokuGrid ANSWER = SudokuGrid.parse("1243341221344321");
  private static final SudokuGrid MISTAKEN = SudokuGrid.parse("1243341221344312");
  private static final String TRAIN =
      "{\"kind\":\"train\",\"step\":%d,\"epoch\":0.5,\"lr\":0.003,\"loss\":%s,"
          + "\"exact_accuracy\":%s,\"timing\":{\"elapsed_seconds\":1}}";
  private static final String EVALUATION =
      "{\"kind\":\"evaluation\",\"step\":%d,\"raw\":{\"exact_accuracy\":0.5,\"cell_accuracy\":0.8},"
          + "\"ema\":{\"exact_accuracy\":0.75,\"cell_accuracy\":0.9,"
          + "\"exact_accuracy_by_step\":[0.25,0.75],\"cell_accuracy_by_step\":[0.7,0.9]}}";

  @TempDir Path folder;

  private Path metrics(List<String> lines) throws IOException {
    return Files.write(folder.resolve("metrics.jsonl"), lines);
  }

  private RunReport report(String title, Curves curves) {
    return new RunReport(
        title,
        "75.0 % of 300 held-out puzzles solved exactly",
        List.of(new Tile("exact accuracy", "75.0 %", "95 %: 70.1 to 79.9")),
        curves,
        List.of(DrawnPuzzle.of("puzzle 1", "", QUESTION, ANSWER, Optional.of(ANSWER))),
        List.of(DrawnPuzzle.of("puzzle 2", "", QUESTION, MISTAKEN, Optional.of(ANSWER))),
        List.of(new Stage("train", Duration.ofSeconds(90), "1,500 steps")),
        List.of(new Fact("cores", "2")),
        LoadedRecipe.describe(RecipeLoader.load("sudoku-mini", List.of()).recipe(), "test"));
  }

  @Test
  void thePageHoldsEverythingAndFetchesNothing() throws IOException {
    Curves curves =
        MetricsFile.load(
            metrics(List.of(TRAIN.formatted(1, "2.5", "null"), EVALUATION.formatted(1))));

    ReportWriter.write(report("run", curves), folder.resolve("report.html"));

    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page)
        .contains("75.0 % of 300", "puzzle 1", "puzzle 2", "1 m 30 s", "model.hidden_size")
        .contains("default-src 'none'")
        .doesNotContain("src=", "href=", "@import", "url(");
    assertThat(folder.resolve("report.html.tmp")).doesNotExist();
  }

  @Test
  void textFromOutsideCannotBecomeMarkup() throws IOException {
    Curves curves = MetricsFile.load(metrics(List.of()));

    String page = ReportWriter.render(report("<script>alert(1)</script>", curves));

    assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
  }

  @Test
  void aWrongCellIsMarkedWithWhatItShouldBe() {
    DrawnPuzzle drawn = DrawnPuzzle.of("", "", QUESTION, MISTAKEN, Optional.of(ANSWER));

    assertThat(drawn.rows().get(0).get(0))
        .isEqualTo(new DrawnPuzzle.Cell("1", "clue top left", ""));
    assertThat(drawn.rows().get(0).get(3).kind()).isEqualTo("filled top");
    assertThat(drawn.rows().get(3).get(2))
        .isEqualTo(new DrawnPuzzle.Cell("1", "wrong left", "should be 2"));
  }

  @Test
  void aMissingPredictionIsAnEmptyWrongCell() {
    DrawnPuzzle drawn = DrawnPuzzle.of("", "", QUESTION, QUESTION, Optional.of(ANSWER));

    assertThat(drawn.rows().get(0).get(2).text()).isEmpty();
    assertThat(drawn.rows().get(0).get(2).kind()).startsWith("wrong");
  }

  @Test
  void curvesAreReadWithTheirGaps() throws IOException {
    Curves curves =
        MetricsFile.load(
            metrics(
                List.of(
                    TRAIN.formatted(1, "2.5", "null"),
                    TRAIN.formatted(2, "1.5", "0.25"),
                    EVALUATION.formatted(2),
                    "{\"kind\":\"note\"}",
                    "{\"kind\":\"tra")));

    assertThat(curves.train().step()).containsExactly(1.0, 2.0);
    assertThat(curves.train().exactAccuracy()).containsExactly(null, 0.25);
    assertThat(curves.evaluations().emaExact()).containsExactly(0.75);
    assertThat(curves.evaluations().lastExact()).contains(0.75);
    assertThat(curves.byStep())
        .containsExactly(new StepAccuracy(1, 0.25, 0.7), new StepAccuracy(2, 0.75, 0.9));
    assertThat(curves.lastStep()).isEqualTo(2);
  }

  @Test
  void longRunsAreThinnedToMeansOfNeighbours() throws IOException {
    List<String> lines = new ArrayList<>();
    IntStream.rangeClosed(1, 400).forEach(step -> lines.add(TRAIN.formatted(step, step, "null")));

    Curves curves = MetricsFile.load(metrics(lines));

    assertThat(curves.train().loss()).hasSize(200).startsWith(1.5, 3.5).endsWith(399.5);
    assertThat(curves.train().exactAccuracy()).hasSize(200).containsOnlyNulls();
  }

  @Test
  void logsThatAreNoLogsAreRefusedByLine() throws IOException {
    Path broken = metrics(List.of(TRAIN.formatted(1, "2", "0"), "rubbish", "{}"));

    assertThatThrownBy(() -> MetricsFile.load(broken))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("metrics.jsonl:2: not a JSON object");
    assertThatThrownBy(() -> MetricsFile.load(folder.resolve("absent.jsonl")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("absent.jsonl: there is no such file");
  }
}
