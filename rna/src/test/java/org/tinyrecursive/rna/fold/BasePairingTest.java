package org.tinyrecursive.rna.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.structure.Coordinates;

class BasePairingTest {
  private static final String SEQUENCE = "GGCACAAAAAGUGCC";
  private static final String EXPECTED = "(((((.....)))))";

  @Test
  void findsThePairsOfAnIdealHelix() {
    assertThat(BasePairing.find(SEQUENCE, hairpin())).hasToString(EXPECTED);
  }

  @Test
  void needsLettersThatPair() {
    assertThat(BasePairing.find("AAAAAAAAAAAAAAA", hairpin()).pairCount()).isZero();
  }

  @Test
  void leavesMissingResiduesAlone() {
    double[] xyz = hairpin().toArray();
    xyz[3 * 14] = Double.NaN;
    assertThat(BasePairing.find(SEQUENCE, Coordinates.of(xyz))).hasToString(".((((.....)))).");
  }

  @Test
  void doesNotPairStrandsThatAreApart() {
    double[] xyz = hairpin().toArray();
    for (int i = 10; i < 15; i++) {
      xyz[3 * i] += 20;
    }
    assertThat(BasePairing.find(SEQUENCE, Coordinates.of(xyz)).pairCount()).isZero();
  }

  @Test
  void refusesOtherLengths() {
    assertThatThrownBy(() -> BasePairing.find("GG", hairpin()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Five pairs of A-form, the loop between them somewhere far above. */
  private static Coordinates hairpin() {
    double[] xyz = new double[3 * SEQUENCE.length()];
    for (int k = 0; k < 5; k++) {
      write(xyz, k, k * 32.5, k * 2.68);
      write(xyz, 14 - k, k * 32.5 + 75, k * 2.68 - 2.42);
      write(xyz, 5 + k, k * 60, 40 + 5.0 * k);
    }
    return Coordinates.of(xyz);
  }

  private static void write(double[] xyz, int i, double degrees, double z) {
    xyz[3 * i] = 8.46 * Math.cos(Math.toRadians(degrees));
    xyz[3 * i + 1] = 8.46 * Math.sin(Math.toRadians(degrees));
    xyz[3 * i + 2] = z;
  }
}
