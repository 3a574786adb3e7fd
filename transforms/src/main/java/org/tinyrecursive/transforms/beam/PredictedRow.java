package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;

/**
 * A prediction on its way through a pipeline, with its place for complaints.
 *
 * @param sourceIndex place of its file among all sources
 * @param file name of its file
 * @param line line number, from 1
 * @param id name of the row
 * @param question the clues as text
 * @param prediction the predicted grid as text
 * @param claim what the file says about the row
 */
record PredictedRow(
    int sourceIndex,
    String file,
    long line,
    String id,
    String question,
    String prediction,
    Claim claim)
    implements Serializable {

  static PredictedRow of(RawSource source, long line, SudokuPrediction prediction) {
    return new PredictedRow(
        source.index(),
        source.name(),
        line,
        prediction.id(),
        prediction.question().text(),
        prediction.prediction().text(),
        prediction.claim());
  }

  SudokuPrediction toPrediction() {
    return new SudokuPrediction(
        id, SudokuGrid.parse(question), SudokuGrid.parse(prediction), claim);
  }

  Reject reject(String field, String reason) {
    return new Reject(
        sourceIndex, file, line, "", "", field, reason, String.join(",", id, question, prediction));
  }
}
