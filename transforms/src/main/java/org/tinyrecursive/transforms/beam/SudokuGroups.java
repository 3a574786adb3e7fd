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
    implements GroupExpansion<PuzzleRow> {
  @Override
  public Coder<PuzzleRow> coder() {
    return PuzzleRowCoder.of();
  }

  @Override
  public long place(PuzzleRow row) {
    return row.place(seed);
  }

  @Override
  public Comparator<PuzzleRow> byOrigin() {
    return PuzzleRow.BY_ORIGIN;
  }

  @Override
  public int puzzles(PuzzleRow row) {
    return expansion.puzzles(row);
  }

  @Override
  public void expand(PuzzleRow row, GroupRows rows) throws IOException {
    expansion.expand(
        SudokuShape.ofSide(side),
        row,
        (copy, inputs, labels) -> rows.add(copy, 0, 0, inputs, labels));
  }
}
