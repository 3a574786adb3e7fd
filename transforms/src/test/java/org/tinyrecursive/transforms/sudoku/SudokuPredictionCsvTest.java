package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.PredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;

class SudokuPredictionCsvTest {
  private static final String QUESTION = "1..............1";
  private static final String PREDICTION = "1234341221434321";

  private final SudokuPredictionCsv csv =
      SudokuPredictionCsv.ofHeader("id,question,prediction,correct,q_halt");

  @Test
  void ourOwnRowsAreRead() throws RejectedRowException {
    SudokuPrediction row = csv.parseRow("17," + QUESTION + "," + PREDICTION + ",true,3.25\r\n");
    assertThat(row)
        .isEqualTo(
            new SudokuPrediction(
                "17", SudokuGrid.parse(QUESTION), SudokuGrid.parse(PREDICTION), Claim.CORRECT));
  }

  @Test
  void otherOrdersAndColumnsAreRead() throws RejectedRowException {
    SudokuPredictionCsv other =
        SudokuPredictionCsv.ofHeader("\uFEFFprediction, seconds ,\"question\"\n");
    SudokuPrediction row = other.parseRow(PREDICTION + ",\"0,5\"," + QUESTION);
    assertThat(row.question().text()).isEqualTo(QUESTION);
    assertThat(row.id()).isEmpty();
    assertThat(row.claim()).isEqualTo(Claim.NONE);
  }

  @ParameterizedTest
  @CsvSource({"true,CORRECT", "TRUE,CORRECT", "1,CORRECT", "False,WRONG", "0,WRONG", "'',NONE"})
  void claimsAreReadAsCommonlyWritten(String text, Claim claim) throws RejectedRowException {
    String line = "a," + QUESTION + "," + PREDICTION + "," + text + ",0";
    assertThat(csv.parseRow(line).claim()).isEqualTo(claim);
  }

  @Test
  void aBlankPredictedCellIsKept() throws RejectedRowException {
    assertThat(csv.parseRow("a," + QUESTION + ",." + PREDICTION.substring(1) + ",,").prediction())
        .returns(15, SudokuGrid::clues);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,question,correct", "question;prediction", "", "Question,prediction"})
  void aMissingColumnIsRefused(String header) {
    assertThatThrownBy(() -> SudokuPredictionCsv.ofHeader(header))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("header has no column")
        .hasMessageContaining("found '" + header + "'")
        .hasMessageContaining(PredictionCsv.HEADER);
  }

  @Test
  void aColumnTwiceIsRefused() {
    assertThatThrownBy(() -> SudokuPredictionCsv.ofHeader("question,prediction,prediction"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("header names a column twice: question,prediction,prediction");
  }

  @Test
  void badRowsAreRejectedByField() {
    assertRejected("a," + QUESTION, "row has 2 fields, expected 5 as the header");
    assertRejected(
        "a," + QUESTION + "," + PREDICTION.substring(1) + ",,",
        "prediction has 15 cells, expected 16");
    assertRejected(
        "a," + QUESTION + "," + ".".repeat(36) + ",,",
        "prediction has 36 cells, expected 16 as the question");
    assertRejected(
        "a," + QUESTION + ",x" + PREDICTION.substring(1) + ",,",
        "prediction has 'x' at row 1, column 1, allowed: '.', '0', '1' to '4'");
    assertRejected("a,," + PREDICTION + ",,", "question is empty");
    assertRejected(
        "a," + QUESTION + "," + PREDICTION + ",maybe,",
        "correct is 'maybe', allowed: true, false, 1, 0 or empty");
  }

  private void assertRejected(String line, String message) {
    assertThatThrownBy(() -> csv.parseRow(line))
        .isInstanceOf(RejectedRowException.class)
        .hasMessage(message);
  }
}
