package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of pairs beforehand, as energies by which single pairs are favoured, in units of kT
 * (soft constraints; Lorenz et al., 2016, Algorithms Mol. Biol. 11, 8). Immutable.
 */
public final class PairBonus {
  private final int from;
  private final List<Map<Integer, Double>> factors;

  private PairBonus(int from, List<Map<Integer, Double>> factors) {
    this.from = from;
    this.factors = factors;
  }

  /** Favours none. */
  public static PairBonus none() {
    return new PairBonus(0, List.of());
  }

  /** Collects bonuses; those of the same pair add up. */
  public static final class Builder {
    private final double most;
    private final List<Map<Integer, Double>> sums = new ArrayList<>();

    /**
     * @param length number of residues
     * @param most that a pair may have, kT
     */
    public Builder(int length, double most) {
      this.most = most;
      for (int i = 0; i < length; i++) {
        sums.add(new HashMap<>());
      }
    }

    /**
     * Favours a pair.
     *
     * @param i residue before j
     * @param bonus kT, 0 and above
     */
    public void add(int i, int j, double bonus) {
      sums.get(i).merge(j, bonus, Double::sum);
    }

    /** All that was added. */
    public PairBonus build() {
      List<Map<Integer, Double>> factors = new ArrayList<>();
      for (Map<Integer, Double> row : sums) {
        Map<Integer, Double> factor = new HashMap<>();
        row.forEach((j, bonus) -> factor.put(j, Math.exp(Math.min(most, bonus))));
        factors.add(Map.copyOf(factor));
      }
      return new PairBonus(0, List.copyOf(factors));
    }
  }

  /** The same, residues counted from this one on. */
  PairBonus startingAt(int residue) {
    return new PairBonus(from + residue, factors);
  }

  /** By how much likelier the pair (i, j), i before j, is than without a bonus: 1 and above. */
  public double factor(int i, int j) {
    if (factors.isEmpty() || factors.get(from + i).isEmpty()) {
      return 1;
    }
    return factors.get(from + i).getOrDefault(from + j, 1.0);
  }
}
