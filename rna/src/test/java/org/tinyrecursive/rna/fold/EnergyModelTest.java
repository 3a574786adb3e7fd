package org.tinyrecursive.rna.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EnergyModelTest {
  @Test
  void stacksReadTheSameFromEitherStrand() {
    for (int outer = 0; outer < Bases.PAIR_KINDS; outer++) {
      for (int inner = 0; inner < Bases.PAIR_KINDS; inner++) {
        assertThat(TurnerTables.STACK[outer][inner]).isEqualTo(TurnerTables.STACK[inner][outer]);
      }
    }
  }

  @Test
  void takesSpecialTetraloopsAsTheyWereMeasured() {
    assertThat(new EnergyModel("CCGAGG").hairpin(0, 5)).isCloseTo(3.5, within(1e-9));
    assertThat(new EnergyModel("ccgagg").hairpin(0, 5)).isCloseTo(3.5, within(1e-9));
  }

  @Test
  void addsInitiationAndFirstMismatch() {
    assertThat(new EnergyModel("AAAAAAAAU").hairpin(0, 8)).isCloseTo(6.0 - 0.3, within(1e-9));
    assertThat(new EnergyModel("GAAAC").hairpin(0, 4)).isCloseTo(5.4, within(1e-9));
    assertThat(new EnergyModel("AAAAU").hairpin(0, 4)).isCloseTo(5.9, within(1e-9));
  }

  @Test
  void growsLongHairpinsWithTheLogarithm() {
    EnergyModel long60 = new EnergyModel("G" + "A".repeat(60) + "C");
    EnergyModel long30 = new EnergyModel("G" + "A".repeat(30) + "C");
    assertThat(long60.hairpin(0, 61) - long30.hairpin(0, 31))
        .isCloseTo(1.07856 * Math.log(2), within(0.006));
  }

  @Test
  void letsOnlyCanonicalLettersPairAndNeverTooNear() {
    EnergyModel model = new EnergyModel("GNAAAACU");
    assertThat(model.kind(0, 6)).isNotNegative();
    assertThat(model.kind(0, 7)).isNotNegative();
    assertThat(model.kind(1, 6)).isNegative();
    assertThat(new EnergyModel("GAAC").kind(0, 3)).isNegative();
  }
}
