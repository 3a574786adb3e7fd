package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
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

  private static final int WINDOW = 1200;
  private static final int STEP = 600;

  /** Scales tried in turn, as ln Z per residue: most RNA first, then the extremes. */
  private static final double[] LOG_SCALES = {0.5, 0.2, 0.9, 0, 1.4, 2.0};

  private Folding() {}

  /**
   * Folds a sequence.
   *
   * @param sequence A, C, G, U or T in either case; any other letter pairs with nothing
   * @param samples number of structures to draw, 0 and above
   */
  public static FoldedEnsemble fold(String sequence, int samples, StableRandom random) {
    return sequence.length() <= LONGEST_WHOLE
        ? foldWhole(sequence, samples, random)
        : foldWindows(sequence, samples, random);
  }

  /** The structure of greatest expected accuracy of given probabilities. */
  public static PairTable accurate(PairProbabilities probabilities) {
    return ExpectedAccuracy.structure(probabilities, GAMMA);
  }

  private static FoldedEnsemble foldWhole(String sequence, int samples, StableRandom random) {
    Inside inside = inside(sequence);
    StructureSampler sampler = new StructureSampler(inside, random);
    List<PairTable> drawn = IntStream.range(0, samples).mapToObj(draw -> sampler.draw()).toList();
    PairProbabilities probabilities =
        PairProbabilities.ofTable(sequence.length(), Outside.pairProbabilities(inside));
    return new FoldedEnsemble(probabilities, accurate(probabilities), drawn);
  }

  /** The partition function, at the first scale with which it is a number. */
  static Inside inside(String sequence) {
    EnergyModel energies = new EnergyModel(sequence);
    for (double logScale : LOG_SCALES) {
      Inside inside = Inside.of(new LoopWeights(energies, sequence, logScale));
      if (inside.total() > 1e-200 && inside.total() < 1e200) {
        return inside;
      }
    }
    throw new ArithmeticException(
        "the partition function of %d residues is beyond every scale".formatted(sequence.length()));
  }

  private static FoldedEnsemble foldWindows(String sequence, int samples, StableRandom random) {
    int n = sequence.length();
    int windows = (n - WINDOW + STEP - 1) / STEP + 1;
    WindowedPairs pairs = new WindowedPairs(n, samples);
    for (int window = 0; window < windows; window++) {
      int from = Math.min(window * STEP, n - WINDOW);
      FoldedEnsemble part = foldWhole(sequence.substring(from, from + WINDOW), samples, random);
      int coreFrom = window == 0 ? 0 : from + (WINDOW - STEP) / 2;
      int coreTo = window == windows - 1 ? n : from + (WINDOW + STEP) / 2;
      pairs.add(from, coreFrom, coreTo, part);
    }
    PairProbabilities probabilities = pairs.probabilities(windowStarts(n, windows), WINDOW);
    List<PairTable> drawn = new ArrayList<>(pairs.samples());
    return new FoldedEnsemble(probabilities, accurate(probabilities), drawn);
  }

  private static int[] windowStarts(int n, int windows) {
    return IntStream.range(0, windows).map(k -> Math.min(k * STEP, n - WINDOW)).toArray();
  }
}
