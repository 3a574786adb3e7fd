package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.transforms.Gzip;
import org.tinyrecursive.transforms.InputRefusedException;

/** What every reader of rows promises, of files with answers and of questions alone. */
class RowFilesTest {
  @TempDir private Path folder;

  private final List<String> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  /** A reader and a row that it takes. */
  private enum Rows {
    SUDOKUS("hand,.234341221434321,1234341221434321,3"),
    MAZES("hand,\"S  G\",\"So G\",2"),
    SUDOKU_QUESTIONS("hand,.234341221434321,1234341221434321,3"),
    MAZE_QUESTIONS("hand,\"S  G\",\"So G\",2");

    private final String row;

    Rows(String row) {
      this.row = row;
    }

    private RowFormat format() {
      return switch (this) {
        case SUDOKUS, SUDOKU_QUESTIONS -> new SudokuFormat(4);
        case MAZES, MAZE_QUESTIONS -> new MazeFormat(2, 2);
      };
    }

    private boolean areQuestions() {
      return this == SUDOKU_QUESTIONS || this == MAZE_QUESTIONS;
    }

    private String header() {
      return format().header();
    }
  }

  @ParameterizedTest
  @EnumSource
  void marksEndsAndBlankLinesChangeNothing(Rows kind) throws IOException {
    String good = kind.row;
    List<List<String>> read = new ArrayList<>();
    for (String text :
        List.of(
            kind.header() + "\n" + good + "\n" + good + "\n",
            kind.header() + "\r\n" + good + "\r\n" + good,
            "\uFEFF" + kind.header() + "\n" + good + "\n" + good)) {
      read(kind, text.getBytes(StandardCharsets.UTF_8));
      read.add(List.copyOf(rows));
      read(kind, Gzip.members(text));
      read.add(List.copyOf(rows));
    }
    assertThat(rejects).isEmpty();
    assertThat(read).hasSize(6).allMatch(read.get(0)::equals);
    assertThat(read.get(0)).hasSize(2).allMatch(row -> row.matches("[23] .* [1-9.SG# o]+"));
    read(kind, ("\n" + good + "\n \n\r\n" + good).getBytes(StandardCharsets.UTF_8), kind.header());
    assertThat(rows.get(0)).startsWith("2 ");
    assertThat(rows.get(1)).startsWith("5 ");
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderAloneIsAFileOfNoRows(Rows kind) throws IOException {
    read(kind, kind.header().getBytes(StandardCharsets.UTF_8));
    assertThat(rows).isEmpty();
    assertThat(rejects).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyFileAndAForeignHeaderAreRefusedWithWhatIsExpected(Rows kind) {
    assertThatThrownBy(() -> read(kind, new byte[0]))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(folder + "/rows.csv: file is empty, expected ")
        .hasMessageContaining("header")
        .hasMessageContaining("question");
    assertThatThrownBy(() -> read(kind, (kind.row + "\n").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(folder + "/rows.csv:1: header ")
        .hasMessageContaining(kind.row.substring(0, 8))
        .hasMessageContaining(kind.header());
  }

  @ParameterizedTest
  @EnumSource
  void aBadRowLeavesWithItsPlaceAndTextAndTheOthersStay(Rows kind) throws IOException {
    String cut = kind.row.substring(0, kind.row.lastIndexOf(','));
    String open = kind.row + ",\"hand";
    read(
        kind,
        (kind.row + "\n" + cut + "\n" + open + "\n" + kind.row).getBytes(StandardCharsets.UTF_8),
        kind.header() + "\n");
    assertThat(rows).hasSize(2);
    assertThat(rejects).extracting(Reject::line).containsExactly(3L, 4L);
    assertThat(rejects.get(0).message()).startsWith("rows.csv:3: row has 3 fields, expected 4");
    assertThat(rejects.get(1).message())
        .isEqualTo(
            "rows.csv:4: row has a quote at character %d that is not closed on the same line"
                .formatted(kind.row.length() + 2));
    assertThat(rejects).extracting(Reject::record).containsExactly(cut, open);
  }

  @ParameterizedTest
  @EnumSource
  void everyTruncationOfAPackedFileIsRefused(Rows kind) throws IOException {
    byte[] packed = Gzip.members(kind.header() + "\n" + kind.row + "\n");
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> read(kind, cut))
          .as("%d of %d bytes", length, packed.length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("rows.csv")
          .hasMessageContaining("fetch it again");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SUDOKUS", "MAZES"})
  void aFlippedByteOfAPuzzleIsRefusedOrLeavesItsAnswer(Rows kind) throws IOException {
    byte[] text = (kind.header() + "\n" + kind.row).getBytes(StandardCharsets.UTF_8);
    int question = kind.header().length() + 1 + "hand,".length();
    int rating = kind.row.lastIndexOf(',') + kind.header().length() + 1;
    read(kind, text);
    String whole = rows.get(0);
    int refused = 0;
    for (int at = question; at < rating; at++) {
      byte[] flipped = text.clone();
      flipped[at] ^= 4;
      read(kind, flipped);
      assertThat(rows.size() + rejects.size()).as("byte %d", at).isEqualTo(1);
      refused += rejects.size();
      // A clue that becomes a blank leaves the answer the only one.
      assertThat(rows)
          .allMatch(row -> row.startsWith(whole.substring(0, 2 + kind.format().cells())));
    }
    assertThat(refused).isGreaterThanOrEqualTo(rating - question - 4);
  }

  @Test
  void aPuzzleOfAnotherSizeThanThoseBeforeIsRefusedWithItsLine() {
    assertThatThrownBy(
            () ->
                read(
                    Rows.SUDOKUS,
                    (Rows.SUDOKUS.header() + "\n" + Rows.SUDOKUS.row + "\n" + solvedSix())
                        .getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            folder
                + "/rows.csv:3: puzzle has 36 cells, the ones before 16;"
                + " a dataset holds one size, split the files");
  }

  @Test
  void aQuestionOfAnotherSizeThanTheModelsIsARejectedRow() throws IOException {
    read(
        Rows.SUDOKU_QUESTIONS,
        ("question\n" + ".".repeat(81) + "\n.234341221434321").getBytes(StandardCharsets.UTF_8));
    assertThat(rows).singleElement().asString().isEqualTo("3 0000000000000000 .234341221434321");
    assertThat(rejects.get(0).message())
        .isEqualTo("rows.csv:2: question has 81 cells, expected 16 as the model was trained on");
  }

  @Test
  void columnsOfQuestionsAreFoundByNameAndForeignOnesPassedOver() throws IOException {
    read(
        Rows.SUDOKU_QUESTIONS,
        " answer , note,question\n1234341221434321,\"a, b\",.234341221434321\n,,.234341221434321"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(rejects).isEmpty();
    assertThat(rows)
        .containsExactly(
            "2 2345452332545432 .234341221434321", "3 0000000000000000 .234341221434321");
  }

  @Test
  void aColumnOfQuestionsThatIsThereTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    Rows.SUDOKU_QUESTIONS,
                    "question,answer,question\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            folder
                + "/rows.csv:1: header names the column 'question' twice; leave one of them out");
  }

  @Test
  void theFirstGoodRowOfAnyFileTellsTheSize() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.csv"), Rows.SUDOKUS.header() + "\nx,1,2,3\n");
    Path good =
        Files.writeString(folder.resolve("good.csv"), Rows.SUDOKUS.header() + "\n\n" + solvedSix());
    List<RawSource> sources = List.of(source(bad, 0), source(good, 1));
    assertThat(SudokuFormat.find(sources)).contains(new SudokuFormat(6));
    assertThat(SudokuFormat.find(sources.subList(0, 1))).isEmpty();
  }

  @Test
  void whereNoRowTellsTheSizeOfAMazeTheOptionsThatDoAreNamed() throws IOException {
    Path file =
        Files.writeString(folder.resolve("odd.csv"), Rows.MAZES.header() + "\nx,SG#,SG#,1\n");
    assertThatThrownBy(
            () ->
                MazeFormat.find(List.of(source(file, 0)), OptionalInt.empty(), OptionalInt.empty()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "no row of %s tells the size of its maze: a square is expected, or the size given"
                    .formatted(file)
                + " with --rows or --columns");
    assertThat(MazeFormat.find(List.of(source(file, 0)), OptionalInt.of(1), OptionalInt.empty()))
        .isEqualTo(new MazeFormat(1, 3));
  }

  private static String solvedSix() {
    String answer = "123456456123231564564231312645645312";
    return "hand,." + answer.substring(1) + "," + answer + ",1";
  }

  private void read(Rows kind, byte[] tail, String head) throws IOException {
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + tail.length);
    System.arraycopy(tail, 0, all, start.length, tail.length);
    read(kind, all);
  }

  private void read(Rows kind, byte[] bytes) throws IOException {
    rows.clear();
    rejects.clear();
    RawSource source = source(Files.write(folder.resolve("rows.csv"), bytes), 0);
    PuzzleFile.RowConsumer take =
        (line, row) -> rows.add(line + " " + digits(row.answer()) + " " + row.text());
    if (kind.areQuestions()) {
      new QuestionFile(source, kind.format()).readRows(take, rejects::add);
    } else {
      try (PuzzleFile file = PuzzleFile.open(source, kind.header())) {
        file.readRows(kind.format(), take, rejects::add);
        assertThat(file.read()).isEqualTo(rows.size() + rejects.size());
      }
    }
  }

  private static String digits(byte[] tokens) {
    StringBuilder digits = new StringBuilder();
    for (byte token : tokens) {
      digits.append(token);
    }
    return digits.toString();
  }

  private static RawSource source(Path file, int index) {
    return new RawSource(file.toString(), "train", index);
  }
}
