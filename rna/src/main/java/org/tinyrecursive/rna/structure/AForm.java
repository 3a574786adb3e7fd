package org.tinyrecursive.rna.structure;

/**
 * C1′ geometry of A-form RNA, measured over the stems of known structures: Å and radians. Paired
 * positions are 10.6 Å apart, successive ones 5.5 Å.
 */
public final class AForm {
  /** From the axis. */
  public static final double RADIUS = 8.46;

  /** Along the axis, a pair. */
  public static final double RISE = 2.68;

  /** About the axis, a pair. */
  public static final double TWIST = Math.toRadians(32.5);

  /** About the axis, from a residue to its partner. */
  public static final double SECOND_PHASE = Math.toRadians(75.0);

  /** Along the axis, from a residue to its partner. */
  public static final double SECOND_OFFSET = -2.42;

  /** Mean distance of successive C1′ in solved structures, stems and loops. */
  public static final double STEP = 5.57;

  private AForm() {}
}
