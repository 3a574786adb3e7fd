package org.tinyrecursive.rna.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairTableTest {
  @ParameterizedTest
  @ValueSource(strings = {"....", "((..))", "((.[[.)).]]", "(.[.{.<.).].}.>", "()((()))"})
  void writesWhatItReads(String text) {
    assertThat(PairTable.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", ")", "(]", "x"})
  void refusesBracketsWithoutCounterpart(String text) {
    assertThatThrownBy(() -> PairTable.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesPartnersThatDisagree() {
    assertThatThrownBy(() -> PairTable.of(new int[] {1, 2, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("residue 0 has partner 1");
  }

  @Test
  void knowsPseudoknots() {
    assertThat(PairTable.parse("((.[[.)).]]").isNested()).isFalse();
    assertThat(PairTable.parse("((.((.))))").isNested()).isTrue();
  }

  @Test
  void slicesKeepThePairsWithin() {
    assertThat(PairTable.parse("((..)).((..))").slice(5, 13)).hasToString("..((..))");
  }

  @Test
  void nestsByDroppingTheShorterHelix() {
    PairTable knot = PairTable.parse("(((..[[..)))...]].");
    assertThat(Helix.nested(knot, 2)).hasToString("(((......)))......");
    assertThat(Helix.nested(PairTable.parse("(...((...)).)"), 2)).hasToString("....((...))..");
  }

  @Test
  void helicesEndAtBulges() {
    assertThat(Helix.of(PairTable.parse("((.((...))))")))
        .containsExactly(new Helix(0, 11, 2), new Helix(3, 9, 2));
  }
}
