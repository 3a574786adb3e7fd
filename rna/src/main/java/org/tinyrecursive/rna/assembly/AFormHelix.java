package org.tinyrecursive.rna.assembly;

/**
 * C1′ positions of an A-form double helix along z, measured on the solved structures: radius 8.46
 * Å, rise 2.68 Å and twist 32.5° a pair, the second strand at 75.0° and −2.42 Å.
 */
final class AFormHelix {
  private static final double RADIUS = 8.46;
  private static final double RISE = 2.68;
  private static final double TWIST = Math.toRadians(32.5);
  private static final double SECOND_PHASE = Math.toRadians(75.0);
  private static final double SECOND_OFFSET = -2.42;

  private AFormHelix() {}

  /** Writes the residue of the first strand in pair {@code step}, as point {@code k}. */
  static void first(int step, double[] points, int k) {
    write(step * TWIST, step * RISE, points, k);
  }

  /** Its partner. */
  static void second(int step, double[] points, int k) {
    write(step * TWIST + SECOND_PHASE, step * RISE + SECOND_OFFSET, points, k);
  }

  private static void write(double angle, double z, double[] points, int k) {
    points[3 * k] = RADIUS * Math.cos(angle);
    points[3 * k + 1] = RADIUS * Math.sin(angle);
    points[3 * k + 2] = z;
  }
}
