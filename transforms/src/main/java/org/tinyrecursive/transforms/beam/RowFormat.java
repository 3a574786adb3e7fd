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
}
