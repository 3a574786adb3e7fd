package org.tinyrecursive.rna.assembly;

import java.util.Arrays;
import java.util.List;
import org.tinyrecursive.rna.structure.RigidMotion;

/**
 * Moves a model to where the candidates agree: all are laid on it, and every residue goes to their
 * mean, each weighing by how much it is believed and how near it has that residue. This climbs the
 * model's expected TM-score if one of the candidates, drawn by belief, were the true structure
 * (mean shift; Cheng, 1995). Distances along the chain may shrink where the candidates differ.
 */
final class Consensus {
  private static final int ROUNDS = 3;

  /** What the model itself weighs against all candidates together. */
  private static final double OWN = 0.2;

  /** Distance at which a candidate's weight has sunk to a quarter, in d0 of the TM-score. */
  private static final double WIDTH = 2;

  private final List<Candidate> candidates;
  private final double[] belief;
  private final QuickTmScore scores;
  private final int n;

  /** Among these candidates. */
  Consensus(List<Candidate> candidates) {
    this.candidates = candidates;
    this.n = candidates.get(0).xyz().length / 3;
    this.scores = new QuickTmScore(n);
    double[] weights = Belief.in(candidates);
    double sum = Arrays.stream(weights).sum();
    this.belief = Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** The model, moved; the positions given stay as they are. */
  double[] move(double[] model) {
    double[] xyz = model;
    for (int round = 0; round < ROUNDS; round++) {
      xyz = mean(model, xyz);
    }
    return xyz;
  }

  private double[] mean(double[] model, double[] now) {
    double[] sum = new double[now.length];
    double[] weight = new double[n];
    add(model, now, OWN, Double.POSITIVE_INFINITY, sum, weight);
    double reach = WIDTH * scores.d0();
    double[] laid = new double[now.length];
    for (int k = 0; k < belief.length; k++) {
      double[] other = candidates.get(k).xyz();
      RigidMotion motion = scores.superpose(other, now).motion();
      for (int i = 0; i < n; i++) {
        motion.move(other, i, laid, i);
      }
      add(laid, now, belief[k], reach * reach, sum, weight);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= weight[i / 3];
    }
    return sum;
  }

  private void add(
      double[] laid, double[] now, double most, double reach, double[] sum, double[] weight) {
    for (int i = 0; i < n; i++) {
      double away = 1 + Points.squared(laid, i, now, i) / reach;
      double share = most / (away * away);
      weight[i] += share;
      for (int a = 3 * i; a < 3 * i + 3; a++) {
        sum[a] += share * laid[a];
      }
    }
  }
}
