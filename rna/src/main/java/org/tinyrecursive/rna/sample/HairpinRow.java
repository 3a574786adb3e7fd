package org.tinyrecursive.rna.sample;

import org.tinyrecursive.rna.structure.Vec3;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Hairpins side by side along x, linked by loops, with a loose end: a structure of any number of
 * residues.
 */
final class HairpinRow {
  private static final double SPACING = 24;
  private static final int MOST_PAIRS = 14;
  private static final int MOST_LOOP = 8;

  /** Most residues of a hairpin and the link before it. */
  private static final int LARGEST = 2 * MOST_PAIRS + MOST_LOOP + 12;

  private HairpinRow() {}

  /**
   * Adds so many residues.
   *
   * @param length 1 and above
   */
  static void build(SampleBuilder builder, StableRandom random, int length) {
    double x = 0;
    while (length - builder.size() >= LARGEST) {
      AFormHelix helix =
          AFormHelix.along(new Vec3(x, 0, 0), new Vec3(0, 0, 1), 2 * Math.PI * random.nextDouble());
      if (builder.size() > 0) {
        int link = Arc.fewest(builder.last(), helix.first(0)) + random.nextInt(2);
        builder.addLoop(helix.first(0), link, new Vec3(0, 0, -1));
      }
      builder.addHairpin(
          helix, 4 + random.nextInt(MOST_PAIRS - 3), 4 + random.nextInt(MOST_LOOP - 3));
      x += SPACING;
    }
    builder.addTail(length - builder.size(), new Vec3(1, 0, 0));
  }
}
