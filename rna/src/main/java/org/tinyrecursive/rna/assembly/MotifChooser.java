package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.Optional;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Chooses fragments for the loops of a target: the cheaper by lengths of strands, letters and
 * closing pairs, the likelier. Only structures released before the target's cutoff are used.
 */
final class MotifChooser {
  private static final double LENGTH_STEP = 0.8;
  private static final double FIRST_STEP = 0.6;
  private static final double LETTERS = 4.0;
  private static final double CLOSING = 0.25;

  private final MotifLibrary library;
  private final String target;
  private final LocalDate cutoff;
  private final StableRandom random;
  private final double temperature;

  /**
   * @param temperature 0: always the cheapest; 1: one that costs 1 more is 2.7 times rarer
   */
  MotifChooser(
      MotifLibrary library,
      String target,
      LocalDate cutoff,
      StableRandom random,
      double temperature) {
    this.library = library;
    this.target = target;
    this.cutoff = cutoff;
    this.random = random;
    this.temperature = temperature;
  }

  /** A loop with as many helices; empty if the library has none. */
  Optional<Motif> loop(Loops loop) {
    Motif best = null;
    double bestCost = Double.POSITIVE_INFINITY;
    for (Motif motif : library.loops(loop.strands())) {
      if (motif.released().isBefore(cutoff)) {
        double cost = noise();
        for (int s = 0; s < loop.strands(); s++) {
          cost +=
              strand(loop.from()[s], loop.to()[s], motif.letters(), motif.from()[s], motif.to()[s]);
        }
        if (cost < bestCost) {
          bestCost = cost;
          best = motif;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** A strand between two helices; empty if the library has none. */
  Optional<Linker> linker(int from, int to) {
    Linker best = null;
    double bestCost = Double.POSITIVE_INFINITY;
    for (Linker linker : library.linkers()) {
      if (linker.released().isBefore(cutoff)) {
        double cost = noise() + strand(from, to, linker.letters(), linker.from(), linker.to());
        if (cost < bestCost) {
          bestCost = cost;
          best = linker;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Gumbel noise, so that the least sum is a draw by Boltzmann weight. */
  private double noise() {
    if (temperature == 0) {
      return 0;
    }
    return temperature * Math.log(-Math.log(1 - random.nextDouble() * (1 - 1e-12)) + 1e-300);
  }

  private double strand(int from, int to, String letters, int motifFrom, int motifTo) {
    int length = to - from + 1;
    int motifLength = motifTo - motifFrom + 1;
    int difference = Math.abs(length - motifLength);
    double cost = difference == 0 ? 0 : FIRST_STEP + LENGTH_STEP * difference;
    int unpaired = Math.min(length, motifLength) - Motif.FLANKS;
    int head = (unpaired + 1) / 2;
    int wrong = 0;
    for (int k = 0; k < unpaired; k++) {
      boolean same =
          k < head
              ? target.charAt(from + 2 + k) == letters.charAt(motifFrom + 2 + k)
              : target.charAt(to - 2 - (k - head)) == letters.charAt(motifTo - 2 - (k - head));
      wrong += same ? 0 : 1;
    }
    cost += unpaired == 0 ? 0 : LETTERS * wrong / Math.max(2, unpaired);
    cost += target.charAt(from + 1) == letters.charAt(motifFrom + 1) ? 0 : CLOSING;
    cost += target.charAt(to - 1) == letters.charAt(motifTo - 1) ? 0 : CLOSING;
    return cost;
  }
}
