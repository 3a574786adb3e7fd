package org.tinyrecursive.transforms.arc;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.tinyrecursive.transforms.random.StableRandom;

/** Grids and tasks for properties. */
public final class ArcArbitraries {
  private ArcArbitraries() {}

  /** Grids of all sizes, of few or many colours. */
  static Arbitrary<ArcGrid> grids() {
    return Arbitraries.longs().map(seed -> grid(StableRandom.of(seed)));
  }

  /** Augmentations that keep colour 0. */
  static Arbitrary<Augmentation> augmentations() {
    return Arbitraries.longs().map(seed -> Augmentation.random(StableRandom.of(seed)));
  }

  static Arbitrary<ArcTask> tasks() {
    return Arbitraries.longs().map(seed -> task("t" + seed, StableRandom.of(seed)));
  }

  /** A task of random grids. */
  public static ArcTask task(String id, StableRandom random) {
    return new ArcTask(
        id, pairs(1 + random.nextInt(5), random), pairs(1 + random.nextInt(2), random));
  }

  /** A grid of random size, colours and cells. */
  public static ArcGrid grid(StableRandom random) {
    int rows = 1 + random.nextInt(ArcGrid.MAX_SIDE);
    int columns = 1 + random.nextInt(ArcGrid.MAX_SIDE);
    int colours = 1 + random.nextInt(ArcGrid.COLOURS);
    byte[] cells = new byte[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) random.nextInt(colours);
    }
    return ArcGrid.of(rows, columns, cells);
  }

  private static List<ArcPair> pairs(int count, StableRandom random) {
    List<ArcPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new ArcPair(grid(random), grid(random)));
    }
    return pairs;
  }
}
