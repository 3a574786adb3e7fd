package org.tinyrecursive.transforms.dataset.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Augmentation;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.dataset.view.TerminalView.Colour;
import org.tinyrecursive.transforms.maze.MazeGrid;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;

class ViewTest {
  private static final int WIDE = 120;
  private static final byte[] QUESTION = SudokuGrid.parse("1.3.3.1.2143432.").toTokens();
  private static final byte[] ANSWER = SudokuGrid.parse("1234341221434321").toTokens();

  @Test
  void aSudokuIsDrawnBesideItsAnswer() {
    assertThat(new TerminalView(Colour.NONE, WIDE).draw(example("sudoku", 4, QUESTION, ANSWER)))
        .isEqualTo(
            """
            train · puzzle 3
             question         answer     \s
            ┌─────┬─────┐    ┌─────┬─────┐
            │ 1 · │ 3 · │    │ 1 2 │ 3 4 │
            │ 3 · │ 1 · │    │ 3 4 │ 1 2 │
            ├─────┼─────┤    ├─────┼─────┤
            │ 2 1 │ 4 3 │    │ 2 1 │ 4 3 │
            │ 4 3 │ 2 · │    │ 4 3 │ 2 1 │
            └─────┴─────┘    └─────┴─────┘
            """);
  }

  @Test
  void coloursTellCluesFromAnswersAndChangeNothingElse() {
    DrawnExample example = example("sudoku", 4, QUESTION, ANSWER);
    String coloured = new TerminalView(Colour.ANSI, WIDE).draw(example);
    assertThat(coloured).contains("\u001b[1m1\u001b[0m", "\u001b[36m2\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(new TerminalView(Colour.NONE, WIDE).draw(example));
  }

  @Test
  void aTaskWithoutADrawingShowsItsTokens() {
    String drawn =
        new TerminalView(Colour.NONE, WIDE)
            .draw(example("rna", 2, new byte[] {1, 2, 0, 11}, new byte[] {(byte) 200, 2, 3, 4}));
    assertThat(drawn).contains("│  1  2 │    │ 200   2 │", "│  · 11 │    │   3   4 │");
  }

  @Test
  void aMazeIsDrawnBesideItsAnswer() {
    assertThat(new TerminalView(Colour.NONE, WIDE).draw(maze()))
        .isEqualTo(
            """
            train · puzzle 3
             question     answer\s
            ┌──────┐     ┌──────┐
            │S   ##│     │S o ##│
            │##    │     │##o o │
            │  ##G │     │  ##G │
            └──────┘     └──────┘
            """);
  }

  @Test
  void mazesInColourAreTilesOfTheSameWidth() {
    String coloured = new TerminalView(Colour.ANSI, WIDE).draw(maze());
    assertThat(coloured).contains("\u001b[48;5;240m  \u001b[0m", "\u001b[1;97;48;5;34mS \u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "").lines().map(String::length))
        .containsExactlyElementsOf(
            new TerminalView(Colour.NONE, WIDE).draw(maze()).lines().map(String::length).toList());
  }

  @Test
  void whatDoesNotFitBesideComesBelow() {
    assertThat(new TerminalView(Colour.NONE, 19).draw(maze()).lines())
        .startsWith("train · puzzle 3", " question", "┌──────┐ ")
        .contains(" answer ")
        .hasSize(13);
  }

  @Test
  void aMazeOnAPageIsMadeOfTilesWithAKey() {
    String page = HtmlView.page("mazes", manifest("maze", 3), List.of(maze()));
    assertThat(page)
        .contains("<table class=\"grid tiles\">", "<td class=\"path\"></td>")
        .contains("<td class=\"start top left\">S</td>")
        .contains("<span class=\"wall\">wall</span> <span class=\"start\">start</span>")
        .doesNotContain("to be found");
  }

  @Test
  void anArcPairIsDrawnInItsOwnSizeWhereverItLies() {
    byte[] input = new byte[ArcCanvas.CELLS];
    ArcCanvas.draw(ArcGrid.parse("120/003"), Augmentation.IDENTITY, 7, 4, input);
    DrawnExample pair = example("arc", 30, input, ArcCanvas.tokens(ArcGrid.parse("9")));

    assertThat(new TerminalView(Colour.NONE, WIDE).draw(pair))
        .isEqualTo(
            """
            train · puzzle 3
             input 2×3     output 1×1
            ┌──────┐      ┌──┐      \s
            │1 2 · │      │9 │      \s
            │· · 3 │      └──┘      \s
            └──────┘                \s
            """);
    assertThat(HtmlView.page("tasks", manifest("arc", 30), List.of(pair)))
        .contains("<figcaption>input 2×3</figcaption>", "<td class=\"colour_3\"></td>")
        .contains("<td class=\"colour_9 top left\"></td>");
  }

  @Test
  void tokensThatAreNoGridAreShownAsTheyAre() {
    byte[] rubbish = new byte[ArcCanvas.CELLS];
    rubbish[450] = 11;
    rubbish[452] = 11;
    assertThat(new TerminalView(Colour.NONE, WIDE).draw(example("arc", 30, rubbish, rubbish)))
        .contains("inputs", "labels", "· 11");
  }

  private static DrawnExample maze() {
    MazeShape shape = new MazeShape(3, 3);
    return example(
        "maze",
        3,
        MazeGrid.parse(shape, "S ##   #G").toTokens(),
        MazeGrid.parse(shape, "So##oo #G").toTokens());
  }

  @Test
  void thePageIsSelfContainedAndBalanced() {
    String page = page("sudoku", "4×4 samples");
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<title>4×4 samples</title>", "<h2>train · puzzle 3</h2>")
        .contains("<td class=\"given top left\">1</td><td class=\"answer top\">2</td>")
        .contains("<tr><th>train</th><td>0</td>")
        .doesNotContain("http", "src=", "@import", "url(", "<script");
    for (String tag : List.of("table", "tr", "td", "section", "div", "main", "style")) {
      assertThat(count(page, "<" + tag + "[ >]")).isEqualTo(count(page, "</" + tag + ">"));
    }
  }

  @Test
  void whatTheDatasetSaysOfItselfCannotBecomeMarkup() {
    assertThat(page("<script>alert('x')</script>", "\"><img onerror=\"x\"> & co"))
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
        .contains("&quot;&gt;&lt;img onerror=&quot;x&quot;&gt; &amp; co")
        .doesNotContain("<script", "<img");
  }

  private static String page(String task, String name) {
    return HtmlView.page(name, manifest(task, 4), List.of(example("sudoku", 4, QUESTION, ANSWER)));
  }

  private static DrawnExample example(String task, int side, byte[] inputs, byte[] labels) {
    return new DrawnExample(
        "train · puzzle 3", PuzzleDrawing.of(manifest(task, side)).draw(inputs, labels));
  }

  private static DatasetManifest manifest(String task, int side) {
    return new DatasetManifest(
        task,
        new TokenLayout(side, side, 256, 0, OptionalInt.of(0), 0, 1),
        Compression.ZSTD,
        0,
        Map.of(),
        List.of(),
        0,
        new TreeMap<>(Map.of("train", SplitManifest.of(List.of()))));
  }

  private static int count(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
