package org.tinyrecursive.rna.fold;

/**
 * Boltzmann factors of the loops of a sequence. Every residue that a factor accounts for also
 * multiplies it by a fixed scale, so that the partition function of thousands of residues stays
 * within a double.
 */
final class LoopWeights {
  /** Gas constant × 310.15 K in kcal/mol. */
  static final double KT = 1.98717e-3 * 310.15;

  private static final int EDGE = Bases.COUNT;
  private static final int SIDES = Bases.COUNT + 1;
  private static final int LIMIT = TurnerTables.MAX_INTERIOR;

  private final EnergyModel energies;
  private final PairBonus bonus;
  private final int n;
  private final double[] scale;
  private final double[] bulge = new double[LIMIT + 1];
  private final double[] interior = new double[(LIMIT + 1) * (LIMIT + 1)];
  private final double[] wideSize = new double[LIMIT + 1];
  private final double[] asymmetry = new double[LIMIT + 1];
  private final double[] branch;
  private final double[] stack = new double[Bases.PAIR_KINDS * Bases.PAIR_KINDS];
  private final double[] helixEnd = new double[Bases.PAIR_KINDS];
  private final double[] interiorEnd = new double[Bases.PAIR_KINDS];
  private final int[] side;

  /**
   * @param bonus of single pairs
   * @param logScale natural logarithm by which every residue divides
   */
  LoopWeights(EnergyModel energies, String sequence, PairBonus bonus, double logScale) {
    this.energies = energies;
    this.bonus = bonus;
    this.n = energies.length();
    this.scale = new double[n + 3];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.exp(-logScale * i);
    }
    this.side = Bases.encode(sequence);
    this.branch = branchTable();
    for (int kind = 0; kind < Bases.PAIR_KINDS; kind++) {
      helixEnd[kind] = boltzmann(kind < 2 ? 0 : 0.01 * TurnerTables.WEAK_END);
      interiorEnd[kind] = boltzmann(kind < 2 ? 0 : 0.01 * TurnerTables.WEAK_INTERIOR_END);
      for (int inner = 0; inner < Bases.PAIR_KINDS; inner++) {
        stack[kind * Bases.PAIR_KINDS + inner] = boltzmann(0.01 * TurnerTables.STACK[kind][inner]);
      }
    }
    for (int size = 0; size <= LIMIT; size++) {
      asymmetry[size] = boltzmann(EnergyModel.asymmetry(size));
      if (size > 3 && size < n) {
        wideSize[size] = boltzmann(EnergyModel.interior(size)) * scale[size + 2];
      }
    }
    for (int left = 0; left <= LIMIT; left++) {
      for (int right = 0; left + right <= LIMIT && left + right < n; right++) {
        if (left == 0 && right > 0) {
          bulge[right] = boltzmann(EnergyModel.bulge(right)) * scale[right + 2];
        } else if (left > 0 && right > 0) {
          interior[left * (LIMIT + 1) + right] =
              boltzmann(EnergyModel.interior(left, right)) * scale[left + right + 2];
        }
      }
    }
  }

  private static double[] branchTable() {
    double[] table = new double[Bases.PAIR_KINDS * SIDES * SIDES];
    for (int kind = 0; kind < Bases.PAIR_KINDS; kind++) {
      for (int five = 0; five < SIDES; five++) {
        for (int three = 0; three < SIDES; three++) {
          double energy = kind < 2 ? 0 : TurnerTables.WEAK_END;
          energy += five == EDGE ? 0 : TurnerTables.DANGLE_5[kind][five];
          energy += three == EDGE ? 0 : TurnerTables.DANGLE_3[kind][three];
          table[(kind * SIDES + five) * SIDES + three] = boltzmann(0.01 * energy);
        }
      }
    }
    return table;
  }

  private static double boltzmann(double energy) {
    return Math.exp(-energy / KT);
  }

  int length() {
    return n;
  }

  int kind(int i, int j) {
    return energies.kind(i, j);
  }

  /** The pair's own factor, beside that of the loop it closes. */
  double pair(int i, int j) {
    return bonus.factor(i, j);
  }

  /** The factor of that many unpaired residues. */
  double unpaired(int residues) {
    return scale[residues];
  }

  double hairpin(int i, int j) {
    return boltzmann(energies.hairpin(i, j)) * scale[j - i + 1];
  }

  double stack(int i, int j) {
    return stacked(i, j, i + 1, j - 1) * scale[2];
  }

  private double stacked(int i, int j, int p, int q) {
    return stack[pairKind(i, j) * Bases.PAIR_KINDS + Bases.kind(side[q], side[p])];
  }

  private int pairKind(int i, int j) {
    return Bases.kind(side[i], side[j]);
  }

  /** Bulge between (i, j) and (p, q), one of whose sides has no residue. */
  double bulge(int i, int j, int p, int q) {
    int size = p - i - 1 + j - q - 1;
    double ends =
        size == 1 ? stacked(i, j, p, q) : helixEnd[pairKind(i, j)] * helixEnd[pairKind(p, q)];
    return bulge[size] * ends;
  }

  /** Interior loop with a side of one residue. */
  double narrow(int i, int j, int p, int q) {
    int left = p - i - 1;
    int right = j - q - 1;
    double ends = interiorEnd[pairKind(i, j)] * interiorEnd[pairKind(p, q)];
    if (left == 1 && right == 1) {
      ends *= boltzmann(energies.singleMismatch(i + 1, j - 1));
    }
    return interior[left * (LIMIT + 1) + right] * ends;
  }

  /** Factor of a wide interior loop, without the mismatches. */
  double wide(int left, int right) {
    return interior[left * (LIMIT + 1) + right];
  }

  /** Part of {@link #wide} by the number of unpaired residues. */
  double wideSize(int size) {
    return wideSize[size];
  }

  /** Part of {@link #wide} by the difference of its sides. */
  double asymmetry(int difference) {
    return asymmetry[difference];
  }

  /** Outer pair of a wide interior loop. */
  double outerMismatch(int i, int j) {
    return boltzmann(energies.interiorMismatch(i, j, i + 1, j - 1));
  }

  /** Inner pair of a wide interior loop. */
  double innerMismatch(int p, int q) {
    return boltzmann(energies.interiorMismatch(q, p, q + 1, p - 1));
  }

  /** Closing pair of a multiloop. */
  double closing(int i, int j) {
    double energy =
        0.01 * (TurnerTables.MULTI_CLOSING + TurnerTables.MULTI_BRANCH) + energies.closing(i, j);
    return boltzmann(energy) * scale[2];
  }

  /** Branch of a multiloop. */
  double branch(int i, int j) {
    return outside(i, j) * BRANCH;
  }

  private static final double BRANCH = boltzmann(0.01 * TurnerTables.MULTI_BRANCH);

  /** Helix outside of all pairs. */
  double outside(int i, int j) {
    int five = i > 0 ? side[i - 1] : EDGE;
    int three = j < n - 1 ? side[j + 1] : EDGE;
    return branch[(kind(i, j) * SIDES + five) * SIDES + three];
  }
}
