package org.tinyrecursive.rna.score;

/** Stretches of a chain whose successive residues are near each other. */
final class UnbrokenRun {
  /** Residues of the shortest run worth sliding. */
  static final int SHORTEST = 4;

  private static final double WIDENING = 1.1;

  private UnbrokenRun() {}

  /**
   * The first of the longest runs, as its first residue and the one after its last. The allowed
   * step grows until some run is a third of the chain, or {@link #SHORTEST}.
   *
   * @param stepLength between successive residues at first, in Å
   */
  static int[] longest(double[] xyz, double stepLength) {
    int length = xyz.length / 3;
    int enough = Math.min(SHORTEST, length / 3);
    double allowed = stepLength;
    while (true) {
      int[] run = longestWithin(xyz, allowed * allowed);
      if (run[1] - run[0] >= enough) {
        return run;
      }
      allowed *= WIDENING;
    }
  }

  private static int[] longestWithin(double[] xyz, double allowedSquared) {
    int length = xyz.length / 3;
    int[] best = {0, 1};
    int start = 0;
    for (int i = 1; i < length; i++) {
      double dx = xyz[3 * i] - xyz[3 * i - 3];
      double dy = xyz[3 * i + 1] - xyz[3 * i - 2];
      double dz = xyz[3 * i + 2] - xyz[3 * i - 1];
      if (!(dx * dx + dy * dy + dz * dz < allowedSquared)) {
        start = i;
      }
      if (i + 1 - start > best[1] - best[0]) {
        best[0] = start;
        best[1] = i + 1;
      }
    }
    return best;
  }
}
