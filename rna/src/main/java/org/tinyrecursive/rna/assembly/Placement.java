package org.tinyrecursive.rna.assembly;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.RigidMotion;

/**
 * Places the residues of one model: helix by helix from the first one outside of all pairs, each
 * loop as a fragment fitted on the helix that leads to it. What no fragment covers stays unplaced.
 */
final class Placement {
  private final PairTable pairs;
  private final MotifChooser chooser;
  private final double[] xyz;
  private final Deque<int[]> open = new ArrayDeque<>();

  /**
   * @param pairs nested, all helices of two pairs or more
   */
  Placement(PairTable pairs, MotifChooser chooser) {
    this.pairs = pairs;
    this.chooser = chooser;
    this.xyz = new double[3 * pairs.length()];
    Arrays.fill(xyz, Double.NaN);
  }

  double[] place() {
    int last = -1;
    for (int i = 0; i < pairs.length(); i++) {
      if (pairs.partner(i) > i) {
        double[] start = last < 0 ? new double[0] : lead(last - 1, i + 1, ending(last));
        placeHelix(i, start);
        while (!open.isEmpty()) {
          int[] pair = open.pop();
          placeLoop(pair[0], pair[1]);
        }
        last = pairs.partner(i);
        i = last;
      }
    }
    return xyz;
  }

  /** Of a helix whose 3′ strand ends with {@code last}: the residue before, it, partner, next. */
  private int[] ending(int last) {
    return new int[] {last - 1, last, pairs.partner(last), pairs.partner(last) + 1};
  }

  /**
   * Places a helix and leaves the loop at its end to be placed.
   *
   * @param start where its first two pairs belong, as {@link Linker#end}; empty: anywhere
   */
  private void placeHelix(int i, double[] start) {
    int j = pairs.partner(i);
    int length = 1;
    while (pairs.partner(i + length) == j - length) {
      length++;
    }
    double[] ideal = new double[6 * length];
    for (int k = 0; k < length; k++) {
      AFormHelix.first(k, ideal, k);
      AFormHelix.second(k, ideal, length + k);
    }
    double[] beginning = Points.pick(ideal, 0, 1, length, length + 1);
    RigidMotion motion = RigidMotion.fit(beginning, start.length == 0 ? beginning : start);
    for (int k = 0; k < length; k++) {
      motion.move(ideal, k, xyz, i + k);
      motion.move(ideal, length + k, xyz, j - k);
    }
    open.push(new int[] {i + length - 1, j - length + 1});
  }

  private void placeLoop(int i, int j) {
    Loops loop = Loops.closedBy(pairs, i, j);
    Optional<Motif> motif = chooser.loop(loop);
    if (motif.isPresent()) {
      placeMotif(loop, motif.get());
    } else {
      placeByLinkers(loop);
    }
  }

  private void placeMotif(Loops loop, Motif motif) {
    int k = loop.strands();
    RigidMotion motion =
        RigidMotion.fit(
            Points.pick(
                motif.xyz(),
                motif.from()[0],
                motif.from()[0] + 1,
                motif.to()[k - 1] - 1,
                motif.to()[k - 1]),
            Points.pick(
                xyz, loop.from()[0], loop.from()[0] + 1, loop.to()[k - 1] - 1, loop.to()[k - 1]));
    for (int s = 0; s < k; s++) {
      copyStrand(motion, motif.xyz(), motif.from()[s], motif.to()[s], loop.from()[s], loop.to()[s]);
      if (s + 1 < k) {
        int p = motif.to()[s] - 1;
        int q = motif.from()[s + 1] + 1;
        double[] start = Points.pick(motif.xyz(), p, p + 1, q, q - 1);
        placeHelix(loop.to()[s] - 1, motion.move(start));
      }
    }
  }

  /** One helix after the other; how the last one meets the first is left to chance. */
  private void placeByLinkers(Loops loop) {
    int i = loop.from()[0] + 1;
    int[] ending = {i - 1, i, pairs.partner(i), pairs.partner(i) + 1};
    for (int s = 0; s + 1 < loop.strands(); s++) {
      placeHelix(loop.to()[s] - 1, lead(loop.from()[s], loop.to()[s], ending));
      ending = ending(loop.from()[s + 1] + 1);
    }
  }

  /** Places the strand from one helix to the next, and says where that one begins. */
  private double[] lead(int from, int to, int[] ending) {
    Optional<Linker> found = chooser.linker(from, to);
    if (found.isEmpty()) {
      return besides(ending);
    }
    Linker linker = found.get();
    RigidMotion motion =
        RigidMotion.fit(Points.pick(linker.xyz(), linker.start()), Points.pick(xyz, ending));
    copyStrand(motion, linker.xyz(), linker.from(), linker.to(), from, to);
    return motion.move(Points.pick(linker.xyz(), linker.end()));
  }

  /** Where no strand is known: the next helix stacks on the end of this one. */
  private double[] besides(int[] ending) {
    double[] ideal = new double[24];
    AFormHelix.first(0, ideal, 0);
    AFormHelix.first(1, ideal, 1);
    AFormHelix.second(0, ideal, 3);
    AFormHelix.second(1, ideal, 2);
    AFormHelix.first(2, ideal, 4);
    AFormHelix.first(3, ideal, 5);
    AFormHelix.second(2, ideal, 6);
    AFormHelix.second(3, ideal, 7);
    RigidMotion motion = RigidMotion.fit(Points.pick(ideal, 0, 1, 2, 3), Points.pick(xyz, ending));
    return motion.move(Points.pick(ideal, 4, 5, 6, 7));
  }

  private void copyStrand(
      RigidMotion motion, double[] source, int sourceFrom, int sourceTo, int from, int to) {
    int unpaired = to - from + 1 - Motif.FLANKS;
    int known = sourceTo - sourceFrom + 1 - Motif.FLANKS;
    int used = Math.min(unpaired, known);
    int head = (used + 1) / 2;
    for (int k = 0; k < used; k++) {
      if (k < head) {
        motion.move(source, sourceFrom + 2 + k, xyz, from + 2 + k);
      } else {
        motion.move(source, sourceTo - 2 - (k - head), xyz, to - 2 - (k - head));
      }
    }
  }
}
