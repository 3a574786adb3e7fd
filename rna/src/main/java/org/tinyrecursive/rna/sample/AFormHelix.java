package org.tinyrecursive.rna.sample;

import org.tinyrecursive.rna.structure.AForm;
import org.tinyrecursive.rna.structure.Vec3;

/**
 * C1' positions of an A-form double helix, see {@link AForm}.
 *
 * @param origin where the axis meets the plane of the first strand's first residue
 * @param axis of length 1, along which the pairs count up
 * @param across of length 1, upright on the axis: from it the first residue lies
 */
record AFormHelix(Vec3 origin, Vec3 axis, Vec3 across) {
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
    return at(k * AForm.TWIST, k * AForm.RISE);
  }

  /** Its partner in the strand that runs the other way. */
  Vec3 second(int k) {
    return at(k * AForm.TWIST + AForm.SECOND_PHASE, k * AForm.RISE + AForm.SECOND_OFFSET);
  }

  private Vec3 at(double angle, double height) {
    Vec3 side = axis.cross(across);
    return origin
        .plus(axis.times(height))
        .plus(across.times(AForm.RADIUS * Math.cos(angle)))
        .plus(side.times(AForm.RADIUS * Math.sin(angle)));
  }
}
