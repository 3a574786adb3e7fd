package org.tinyrecursive.rna.assembly;

import org.tinyrecursive.rna.structure.AForm;

/** C1′ positions of an A-form double helix along z, see {@link AForm}. */
final class AFormHelix {
  private AFormHelix() {}

  /** Writes the residue of the first strand in pair {@code step}, as point {@code k}. */
  static void first(int step, double[] points, int k) {
    write(step * AForm.TWIST, step * AForm.RISE, points, k);
  }

  /** Its partner. */
  static void second(int step, double[] points, int k) {
    write(
        step * AForm.TWIST + AForm.SECOND_PHASE,
        step * AForm.RISE + AForm.SECOND_OFFSET,
        points,
        k);
  }

  private static void write(double angle, double z, double[] points, int k) {
    points[3 * k] = AForm.RADIUS * Math.cos(angle);
    points[3 * k + 1] = AForm.RADIUS * Math.sin(angle);
    points[3 * k + 2] = z;
  }
}
