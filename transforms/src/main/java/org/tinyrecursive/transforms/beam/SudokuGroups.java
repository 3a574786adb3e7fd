package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.Comparator;
import org.apache.beam.sdk.coders.Coder;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Sudoku rows as groups. Every puzzle has one example and the identifier 0, as in the published
 * data.
 *
 * @param side of every puzzle
 * @param seed of the order of the groups
 * @param expansion which puzzles a row becomes
 */
public record SudokuGroups(int side, long seed, SudokuExpansion expansion)
    implements GroupExpansion<SudokuRow> {
  @Override
  public Coder<SudokuRow> coder() {
    return SudokuRowCoder.of();
  }

  @Override
  public long place(SudokuRow row) {
    return row.place(seed);
  }

  @Override
  public Comparator<SudokuRow> byOrigin() {
    return SudokuRow.BY_ORIGIN;
  }

  @Override
  public int puzzles(SudokuRow row) {
    return expansion.puzzles(row);
  }

  @Override
  public void expand(SudokuRow row, GroupRows rows) throws IOException {
    expansion.expand(
        SudokuShape.ofSide(side),
        row,
        (copy, inputs, labels) -> rows.add(copy, 0, 0, inputs, labels));
  }
}
