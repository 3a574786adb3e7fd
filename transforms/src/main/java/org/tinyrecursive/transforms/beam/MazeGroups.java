package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.maze.MazeSymmetry;

/**
 * Maze rows as groups: the maze alone, or under all symmetries that keep its shape, the maze itself
 * first. Every puzzle has one example and the identifier 0, as in the published data.
 *
 * @param format of every row
 * @param seed of the order of the groups
 * @param copies which puzzles a row becomes
 */
public record MazeGroups(MazeFormat format, long seed, MazeCopies copies)
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
    return copies.symmetries(format.shape()).size();
  }

  @Override
  public void expand(PuzzleRow row, GroupRows rows) throws IOException {
    MazeShape shape = format.shape();
    List<MazeSymmetry> symmetries = copies.symmetries(shape);
    byte[] inputs = new byte[shape.cells()];
    byte[] labels = new byte[shape.cells()];
    for (int copy = 0; copy < symmetries.size(); copy++) {
      symmetries.get(copy).applyTokens(shape, row.question(), inputs);
      symmetries.get(copy).applyTokens(shape, row.answer(), labels);
      rows.add(copy, 0, 0, inputs, labels);
    }
  }
}
