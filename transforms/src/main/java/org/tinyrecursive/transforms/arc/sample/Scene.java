package org.tinyrecursive.transforms.arc.sample;

import org.tinyrecursive.transforms.random.StableRandom;

/** Draws what rules are about: strewn cells, and objects that do not touch. */
final class Scene {
  private static final int TRIES = 40;
  private static final int LONGEST_OBJECT = 4;

  private Scene() {}

  /** A whole number from {@code low} to {@code high}. */
  static int between(StableRandom random, int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** An empty sketch with sides from {@code low} to {@code high}. */
  static Sketch blank(StableRandom random, int low, int high) {
    return Sketch.blank(between(random, low, high), between(random, low, high));
  }

  /** Colours cells at random, each with this probability. */
  static Sketch strew(Sketch sketch, double density, StableRandom random, int... colours) {
    for (int row = 0; row < sketch.rows(); row++) {
      for (int column = 0; column < sketch.columns(); column++) {
        if (random.nextDouble() < density) {
          sketch.set(row, column, Palette.any(random, colours));
        }
      }
    }
    return sketch;
  }

  /**
   * Adds a rectangle, or one with a corner cut out, of two cells or more, with {@code gap} cells of
   * background around it.
   *
   * @return whether there was room
   */
  static boolean addObject(Sketch sketch, int gap, int colour, StableRandom random) {
    for (int tries = 0; tries < TRIES; tries++) {
      int height = between(random, 1, LONGEST_OBJECT);
      int width = between(random, height == 1 ? 2 : 1, LONGEST_OBJECT);
      if (height > sketch.rows() || width > sketch.columns()) {
        continue;
      }
      int top = random.nextInt(sketch.rows() - height + 1);
      int left = random.nextInt(sketch.columns() - width + 1);
      if (sketch.isFree(top - gap, left - gap, height + 2 * gap, width + 2 * gap)) {
        sketch.fill(top, left, height, width, colour);
        int cutHeight = random.nextInt(height);
        int cutWidth = random.nextInt(width);
        sketch.fill(
            top + random.nextInt(2) * (height - cutHeight),
            left + random.nextInt(2) * (width - cutWidth),
            cutHeight,
            cutWidth,
            Sketch.BACKGROUND);
        return true;
      }
    }
    return false;
  }
}
