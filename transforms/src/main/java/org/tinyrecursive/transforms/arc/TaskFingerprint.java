package org.tinyrecursive.transforms.arc;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Tells which augmentations of a task have the same content, without making them.
 *
 * <p>The fingerprint of a task is a hash of the set of its pairs, whatever their order. That of a
 * pair sums up, for every colour, a hash of the cells that have it. Renaming colours only changes
 * which colour a sum belongs to, so the sums are computed once for each of the eight transforms,
 * and an augmentation then costs twenty steps a pair, however large the grids. Equal content has
 * equal fingerprints; that different content has is as unlikely as 64 bits allow.
 */
final class TaskFingerprint {
  private static final long INPUT = 0x6A09E667F3BCC908L;
  private static final long OUTPUT = 0xBB67AE8584CAA73BL;
  private static final long ROW_LIMIT = 64;

  /** By transform, then pair. */
  private final PairSums[][] sums;

  TaskFingerprint(ArcTask task) {
    List<ArcPair> pairs = new ArrayList<>(task.train());
    pairs.addAll(task.test());
    Dihedral[] transforms = Dihedral.values();
    sums = new PairSums[transforms.length][];
    for (Dihedral transform : transforms) {
      sums[transform.number()] =
          pairs.stream()
              .map(
                  pair ->
                      new PairSums(
                          new GridSums(pair.input(), transform, INPUT),
                          new GridSums(pair.output(), transform, OUTPUT)))
              .toArray(PairSums[]::new);
    }
  }

  /** The fingerprint of the task, augmented. */
  long of(Augmentation augmentation) {
    long sum = 0;
    for (PairSums pair : sums[augmentation.transform().number()]) {
      sum +=
          StableRandom.mix(
              pair.input.of(augmentation.colours()) + pair.output.of(augmentation.colours()));
    }
    return StableRandom.mix(sum);
  }

  private record PairSums(GridSums input, GridSums output) {}

  /** One grid, transformed. */
  private static final class GridSums {
    /** Of its sides and its role. */
    private final long salt;

    /** By colour, the sum of the hashes of its places; 0 where there are none. */
    private final long[] cells = new long[ArcGrid.COLOURS];

    GridSums(ArcGrid grid, Dihedral transform, long role) {
      int rows = transform.rows(grid);
      int columns = transform.columns(grid);
      salt = StableRandom.mix(role + rows * ROW_LIMIT + columns);
      for (int row = 0; row < rows; row++) {
        int from = transform.start(grid) + row * transform.rowStep(grid);
        for (int column = 0; column < columns; column++) {
          cells[grid.cells()[from]] += StableRandom.mix(role ^ (row * ROW_LIMIT + column + 1));
          from += transform.columnStep(grid);
        }
      }
    }

    long of(ColourPermutation colours) {
      long sum = salt;
      for (int colour = 0; colour < cells.length; colour++) {
        if (cells[colour] != 0) {
          sum += StableRandom.mix(cells[colour] + salt * (colours.apply(colour) + 1));
        }
      }
      return sum;
    }
  }
}
