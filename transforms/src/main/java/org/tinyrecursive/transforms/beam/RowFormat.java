package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/** What the rows of a task's raw files look like. */
public sealed interface RowFormat extends Serializable permits SudokuFormat, MazeFormat {
  /** The first line of a file. */
  String header();

  /** Cells of every puzzle. */
  int cells();

  /**
   * Reads and checks one row.
   *
   * @throws RejectedRowException if it is no good puzzle
   */
  CheckedRow parse(String line) throws RejectedRowException;

  /**
   * Checks a question whose answer is not known.
   *
   * @throws RejectedRowException if it is none
   */
  CheckedRow parseQuestion(String question) throws RejectedRowException;

  /**
   * Checks a question and its answer.
   *
   * @throws RejectedRowException if they are no good puzzle
   */
  CheckedRow parsePuzzle(String question, String answer) throws RejectedRowException;
}
