package org.tinyrecursive.rna.sample;

import org.tinyrecursive.rna.structure.Vec3;

/**
 * C1' positions of an A-form double helix, measured over the stems of known structures: radius 8.46
 * Å, 2.68 Å and 32.5° a pair, the second strand 75° further on and 2.42 Å lower. Paired positions
 * are 10.6 Å apart, successive ones 5.5 Å.
 *
 * @param origin where the axis meets the plane of the first strand's first residue
 * @param axis of length 1, along which the pairs count up
 * @param across of length 1, upright on the axis: from it the first residue lies
 */
record AFormHelix(Vec3 origin, Vec3 axis, Vec3 across) {
  private static final double RADIUS = 8.46;
  private static final double RISE = 2.68;
  private static final double TWIST = Math.toRadians(32.5);
  private static final double SECOND_PHASE = Math.toRadians(75.0);
  private static final double SECOND_OFFSET = -2.42;

  /** A helix whose first residue is turned about the axis by an angle in radians. */
  static AFormHelix along(Vec3 origin, Vec3 axis, double turn) {
    Vec3 helper = Math.abs(axis.x()) < 0.8 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
    Vec3 first = axis.cross(helper).unit();
    Vec3 second = axis.cross(first);
    Vec3 across = first.times(Math.cos(turn)).plus(second.times(Math.sin(turn)));
    return new AFormHelix(origin, axis, across);
  }

  /** The residue of pair {@code k} in the strand that runs 5' to 3' along the axis. */
  Vec3 first(int k) {
    return at(k * TWIST, k * RISE);
  }

  /** Its partner in the strand that runs the other way. */
  Vec3 second(int k) {
    return at(k * TWIST + SECOND_PHASE, k * RISE + SECOND_OFFSET);
  }

  private Vec3 at(double angle, double height) {
    Vec3 side = axis.cross(across);
    return origin
        .plus(axis.times(height))
        .plus(across.times(RADIUS * Math.cos(angle)))
        .plus(side.times(RADIUS * Math.sin(angle)));
  }
}
