package org.tinyrecursive.rna.fold;

import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Secondary structure from sequence. Up to 2,000 residues are folded as a whole; longer sequences
 * in windows of 1,200 that begin every 600, so that no pair spans more than 1,200. A pair's
 * probability is then its mean over the windows that hold both residues.
 */
public final class Folding {
  /** Longest sequence that is folded as a whole. */
  public static final int LONGEST_WHOLE = 2000;

  /** Weight of a right pair against a residue rightly left alone. */
  private static final double GAMMA = 1.0;

  private static final Windows WINDOWS = new Windows(1200, 600);

  /**
   * Scales tried in turn, as ln Z per residue: most RNA first, then the extremes, up to a long
   * helix of G and C with a bonus for each pair.
   */
  private static final double[] LOG_SCALES = {
    0.5, 0.2, 0.9, 0, 1.2, 1.6, 2.0, 2.4, 2.8, 3.2, 3.6, 4.0, 4.4
  };

  private Folding() {}

  /**
   * Folds a sequence.
   *
   * @param sequence A, C, G, U or T in either case; any other letter pairs with nothing
   * @param samples number of structures to draw, 0 and above
   */
  public static FoldedEnsemble fold(String sequence, int samples, StableRandom random) {
    return fold(sequence, PairBonus.none(), samples, random);
  }

  /**
   * Folds a sequence of which something is known.
   *
   * @param sequence A, C, G, U or T in either case; any other letter pairs with nothing
   * @param bonus of pairs of this sequence
   * @param samples number of structures to draw, 0 and above
   */
  public static FoldedEnsemble fold(
      String sequence, PairBonus bonus, int samples, StableRandom random) {
    return sequence.length() <= LONGEST_WHOLE
        ? foldWhole(sequence, bonus, samples, random)
        : foldWindows(sequence, bonus, samples, random, WINDOWS);
  }

  /**
   * How a long sequence is divided.
   *
   * @param size residues of a window
   * @param step from one window's first residue to the next one's, less than the size
   */
  record Windows(int size, int step) {
    int[] starts(int length) {
      int count = (length - size + step - 1) / step + 1;
      return IntStream.range(0, count).map(k -> Math.min(k * step, length - size)).toArray();
    }
  }

  /** The structure of greatest expected accuracy of given probabilities. */
  public static PairTable accurate(PairProbabilities probabilities) {
    return ExpectedAccuracy.structure(probabilities, GAMMA);
  }

  private static FoldedEnsemble foldWhole(
      String sequence, PairBonus bonus, int samples, StableRandom random) {
    Inside inside = inside(sequence, bonus);
    StructureSampler sampler = new StructureSampler(inside, random);
    List<PairTable> drawn = IntStream.range(0, samples).mapToObj(draw -> sampler.draw()).toList();
    PairProbabilities probabilities =
        PairProbabilities.ofTable(sequence.length(), Outside.pairProbabilities(inside));
    return new FoldedEnsemble(probabilities, accurate(probabilities), drawn);
  }

  /** The partition function, at the first scale with which it is a number. */
  static Inside inside(String sequence, PairBonus bonus) {
    EnergyModel energies = new EnergyModel(sequence);
    for (double logScale : LOG_SCALES) {
      Inside inside = Inside.of(new LoopWeights(energies, sequence, bonus, logScale));
      if (inside.total() > 1e-200 && inside.total() < 1e200) {
        return inside;
      }
    }
    throw new ArithmeticException(
        "the partition function of %d residues is beyond every scale".formatted(sequence.length()));
  }

  /**
   * Windows are folded on all cores; each has a random source of its own, so any number gives the
   * same.
   */
  static FoldedEnsemble foldWindows(
      String sequence, PairBonus bonus, int samples, StableRandom random, Windows windows) {
    int n = sequence.length();
    int[] starts = windows.starts(n);
    long[] seeds = IntStream.range(0, starts.length).mapToLong(k -> random.nextLong()).toArray();
    List<FoldedEnsemble> parts =
        IntStream.range(0, starts.length)
            .parallel()
            .mapToObj(
                k ->
                    foldWhole(
                        sequence.substring(starts[k], starts[k] + windows.size()),
                        bonus.startingAt(starts[k]),
                        samples,
                        StableRandom.of(seeds[k], k)))
            .toList();
    WindowedPairs pairs = new WindowedPairs(n, samples);
    int coreFrom = 0;
    for (int k = 0; k < starts.length; k++) {
      int to = starts[k] + windows.size();
      int coreTo = k + 1 < starts.length ? (to + starts[k + 1]) / 2 : n;
      pairs.add(starts[k], coreFrom, coreTo, parts.get(k));
      coreFrom = coreTo;
    }
    PairProbabilities probabilities = pairs.probabilities(starts, windows.size());
    return new FoldedEnsemble(probabilities, accurate(probabilities), pairs.samples());
  }
}
