package org.tinyrecursive.rna.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses and ranks guesses among candidates. The first is the one that resembles all others most,
 * each weighing by how much it is believed. Then come templates, as many as their alignments
 * deserve, then assembled models, each the one that best covers those not yet resembled. None
 * repeats another as long as there are different ones.
 */
final class GuessSelection {
  /** Alignment scores per residue from which on four, two and one templates are guessed. */
  private static final double CLOSE = 1.4;

  private static final double RELATED = 1.0;
  private static final double REMOTE = 0.5;

  /** Only what is really alike counts as covered: the fourth power of the TM-score. */
  private static final double SHARPNESS = 4;

  /** From this TM-score on two models are the same guess. */
  private static final double SAME = 0.97;

  private final List<Candidate> candidates;
  private final double[][] likeness;
  private final List<Integer> chosen = new ArrayList<>();

  private GuessSelection(CandidatePool pool) {
    candidates = pool.candidates();
    likeness = pool.likeness();
  }

  /**
   * The guesses, best first, as numbers of candidates.
   *
   * @param most number of guesses; fewer if there are fewer candidates
   */
  static List<Integer> choose(CandidatePool pool, int most) {
    GuessSelection selection = new GuessSelection(pool);
    selection.run(Math.min(most, pool.candidates().size()));
    return List.copyOf(selection.chosen);
  }

  private void run(int wanted) {
    double[] assembledOnly = new double[candidates.size()];
    for (int k = 0; k < assembledOnly.length; k++) {
      assembledOnly[k] = candidates.get(k).isTemplate() ? 0 : 1;
    }
    chosen.add(bestAddition(Belief.in(candidates), 1));
    addTemplates(wanted);
    while (chosen.size() < wanted) {
      chosen.add(unlessTheSame(bestAddition(assembledOnly, SHARPNESS)));
    }
  }

  private void addTemplates(int wanted) {
    int allowed = templates(candidates.get(0));
    for (int k = 0; k < Math.min(allowed, candidates.size()); k++) {
      if (candidates.get(k).isTemplate() && !chosen.contains(k) && chosen.size() < wanted) {
        chosen.add(k);
      }
    }
  }

  private static int templates(Candidate best) {
    if (!best.isTemplate() || best.score() < REMOTE) {
      return 0;
    }
    if (best.score() < RELATED) {
      return 1;
    }
    return best.score() < CLOSE ? 2 : 4;
  }

  /** A candidate, or the one that differs most from the chosen where it would only repeat one. */
  private int unlessTheSame(int candidate) {
    if (nearest(candidate) < SAME) {
      return candidate;
    }
    int farthest = candidate;
    for (int k = 0; k < candidates.size(); k++) {
      if (nearest(k) < nearest(farthest)) {
        farthest = k;
      }
    }
    return farthest;
  }

  /** How much a candidate resembles the chosen one that it resembles most. */
  private double nearest(int candidate) {
    return chosen.stream().mapToDouble(taken -> likeness[candidate][taken]).max().orElse(0);
  }

  /** The candidate with which the chosen ones resemble the weighted others most. */
  private int bestAddition(double[] weights, double power) {
    int count = candidates.size();
    double[] covered = new double[count];
    for (int other = 0; other < count; other++) {
      for (int taken : chosen) {
        covered[other] = Math.max(covered[other], Math.pow(likeness[other][taken], power));
      }
    }
    double[] gain = new double[count];
    for (int k = 0; k < count; k++) {
      for (int other = 0; other < count; other++) {
        gain[k] += weights[other] * Math.max(covered[other], Math.pow(likeness[other][k], power));
      }
    }
    for (int taken : chosen) {
      gain[taken] = -1;
    }
    double best = Arrays.stream(gain).max().orElseThrow();
    int index = 0;
    while (gain[index] < best) {
      index++;
    }
    return index;
  }
}
