package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;

/** Both ways to a TM-score end in the same fine search over superpositions. */
final class TmScoring {
  /** Fewer residues have no superposition worth its name. */
  private static final int FEWEST = 3;

  /** Longer chains are not superposed from every residue: work stays below the square. */
  private static final int MOST_STARTS = 5_000;

  /** The table of an alignment has a byte for every cell. */
  private static final long MOST_CELLS = 1L << 30;

  private TmScoring() {}

  static TmScore fixed(Coordinates prediction, Coordinates reference) {
    checkLengths(prediction.size(), reference);
    ResolvedChain x = ResolvedChain.of(prediction);
    ResolvedChain y = ResolvedChain.of(reference);
    int[] alignment = new int[y.length()];
    int i = 0;
    for (int j = 0; j < alignment.length; j++) {
      while (i < x.length() && x.residues()[i] < y.residues()[j]) {
        i++;
      }
      boolean both = i < x.length() && x.residues()[i] == y.residues()[j];
      alignment[j] = both ? i : -1;
    }
    Pairs pairs = new Pairs(Math.min(x.length(), y.length()));
    pairs.set(x.xyz(), y.xyz(), alignment);
    return finish(pairs, x, y);
  }

  static TmScore aligned(Sequence sequence, Coordinates prediction, Coordinates reference) {
    checkLengths(prediction.size(), reference);
    checkLengths(sequence.length(), reference);
    ResolvedChain x = ResolvedChain.of(prediction);
    ResolvedChain y = ResolvedChain.of(reference);
    int shorter = Math.min(x.length(), y.length());
    if (shorter < FEWEST) {
      return fixed(prediction, reference);
    }
    if ((long) x.length() * y.length() > MOST_CELLS) {
      throw new InputRefusedException(
          "chains of %d and %d residues are too long to be aligned, at most 32768 each; compare"
                  .formatted(x.length(), y.length())
              + " residue i with residue i instead");
    }
    TmScale scale = TmScale.ofSearch(shorter);
    AlignmentProblem problem =
        new AlignmentProblem(
            x.xyz(), y.xyz(), x.stemStates(sequence), y.stemStates(sequence), scale);
    int[] alignment = new StructureAligner(problem).align();
    return finish(nearPairs(problem, alignment), x, y);
  }

  /** Drops the pairs that lie beyond the cutoff in the best superposition of all. */
  private static Pairs nearPairs(AlignmentProblem problem, int[] alignment) {
    Pairs all = new Pairs(problem.shorter());
    all.set(problem.x(), problem.y(), alignment);
    SuperpositionSearch search =
        new SuperpositionSearch(
            problem.scale().dividedBy(Math.max(1, all.count)), fineStep(all.count));
    search.run(all);
    double cutoff = problem.scale().cutoff();
    Pairs near = new Pairs(problem.shorter());
    for (int k = 0; k < all.count; k++) {
      if (all.squaredDistance(k, search.bestMotion()) <= cutoff * cutoff) {
        near.add(all.moved, k, all.onto, k);
      }
    }
    return near;
  }

  private static TmScore finish(Pairs pairs, ResolvedChain x, ResolvedChain y) {
    if (pairs.count == 0) {
      return TmScore.none();
    }
    SuperpositionSearch search =
        new SuperpositionSearch(TmScale.ofRna(y.length()), fineStep(pairs.count));
    double value = search.run(pairs);
    RigidMotion motion =
        x.toCentre().then(new RigidMotion(search.bestMotion())).then(y.fromCentre());
    return new TmScore(value, motion, pairs.count);
  }

  private static int fineStep(int pairs) {
    return Math.max(1, pairs / MOST_STARTS);
  }

  private static void checkLengths(int length, Coordinates reference) {
    if (length != reference.size()) {
      throw new IllegalArgumentException(
          "prediction of %d residues, reference of %d".formatted(length, reference.size()));
    }
  }
}
