package org.tinyrecursive.rna.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.random.StableRandom;

class PartitionFunctionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GGGAAACUCC",
        "GCGCAAAAGCGAAAGC",
        "GGCUUCGGAGCAAGCAACC",
        "ACGUNACGGUAGCUUACGU",
        "GGAGAAACGAGAAACAACC",
        "GGAAGAAACAAAUUCC"
      })
  void isTheSumOverAllStructures(String sequence) {
    LoopWeights weights = weights(sequence, someBonus(sequence.length()));
    AllStructures all = new AllStructures(weights);
    Inside inside = Inside.of(weights);
    assertThat(inside.total()).isCloseTo(all.total(), within(1e-11 * all.total()));
    double[] probabilities = Outside.pairProbabilities(inside);
    int n = sequence.length();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double expected = all.holding(i, j) / all.total();
        assertThat(probabilities[i * n + j])
            .as("pair %d, %d", i, j)
            .isCloseTo(expected, within(1e-11 + 1e-9 * expected));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {57, 58, 59, 60})
  void isTheSumOfItsDefinitionWithLoopsOfEverySize(int length) {
    String sequence = random(length, length);
    LoopWeights weights = weights(sequence, someBonus(length));
    double total = new PlainPartitionFunction(weights, -1, -1).total();
    Inside inside = Inside.of(weights);
    assertThat(inside.total()).isCloseTo(total, within(1e-11 * total));
    double[] probabilities = Outside.pairProbabilities(inside);
    StableRandom random = StableRandom.of(length, "pairs");
    for (int draw = 0; draw < 12; draw++) {
      int i = random.nextInt(length - 4);
      int j = i + 4 + random.nextInt(length - 4 - i);
      double without = new PlainPartitionFunction(weights, i, j).total();
      assertThat(probabilities[i * length + j])
          .as("pair %d, %d", i, j)
          .isCloseTo(1 - without / total, within(1e-9));
    }
  }

  @Test
  void doesNotDependOnTheScale() {
    String sequence = random(150, 3);
    double[] plain = probabilities(sequence, 0);
    double[] scaled = probabilities(sequence, 0.7);
    for (int cell = 0; cell < plain.length; cell++) {
      assertThat(scaled[cell]).isCloseTo(plain[cell], within(1e-9));
    }
  }

  @Test
  void staysANumberForLongSequencesOfEveryComposition() {
    for (String sequence : new String[] {"GC".repeat(350), "A".repeat(900), random(700, 1)}) {
      assertThat(Folding.inside(sequence, PairBonus.none()).total()).isFinite().isPositive();
    }
  }

  @Test
  void staysANumberWhereEveryPairOfALongHelixIsFavoured() {
    int n = 900;
    PairBonus.Builder bonus = new PairBonus.Builder(n, 4);
    for (int i = 0; i < n / 2 - 2; i++) {
      bonus.add(i, n - 1 - i, 4);
    }
    Inside inside = Folding.inside("GC".repeat(n / 2), bonus.build());
    assertThat(inside.total()).isFinite().isPositive();
  }

  @Test
  void samplesEveryPairAsOftenAsItsProbability() {
    String sequence = "GGGAAACUCCAGCUUAGGCAAAGCCAAGCUA";
    Inside inside = Folding.inside(sequence, someBonus(sequence.length()));
    double[] probabilities = Outside.pairProbabilities(inside);
    int n = sequence.length();
    int draws = 4000;
    int[] seen = new int[n * n];
    StructureSampler sampler = new StructureSampler(inside, StableRandom.of(5, "draws"));
    for (int draw = 0; draw < draws; draw++) {
      PairTable structure = sampler.draw();
      assertThat(structure.isNested()).isTrue();
      for (int i = 0; i < n; i++) {
        if (structure.partner(i) > i) {
          seen[i * n + structure.partner(i)]++;
        }
      }
    }
    for (int cell = 0; cell < seen.length; cell++) {
      assertThat((double) seen[cell] / draws).isCloseTo(probabilities[cell], within(0.035));
    }
  }

  private static double[] probabilities(String sequence, double logScale) {
    return Outside.pairProbabilities(
        Inside.of(
            new LoopWeights(new EnergyModel(sequence), sequence, PairBonus.none(), logScale)));
  }

  private static LoopWeights weights(String sequence, PairBonus bonus) {
    return new LoopWeights(new EnergyModel(sequence), sequence, bonus, 0.3);
  }

  /** Every third pair or so, up to three times likelier. */
  private static PairBonus someBonus(int length) {
    PairBonus.Builder bonus = new PairBonus.Builder(length, 1.1);
    for (int i = 0; i < length; i++) {
      for (int j = i + 4 + i % 2; j < length; j += 3) {
        bonus.add(i, j, 0.02 * (i + j));
      }
    }
    return bonus.build();
  }

  static String random(int length, long seed) {
    StableRandom random = StableRandom.of(seed, "sequence");
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append("ACGU".charAt(random.nextInt(4)));
    }
    return letters.toString();
  }
}
