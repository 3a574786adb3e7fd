package org.tinyrecursive.rna.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KmerProfileTest {
  private static final String LETTERS = "GGCAUUAGCCAGUC";

  @Test
  void isOneForAPartOfTheSequence() {
    KmerProfile whole = KmerProfile.of(LETTERS);
    assertThat(whole.similarity(whole)).isEqualTo(1);
    assertThat(KmerProfile.of(LETTERS.substring(2, 11)).similarity(whole))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void isNoneForOtherOrShortOrUnknownLetters() {
    KmerProfile whole = KmerProfile.of(LETTERS);
    assertThat(KmerProfile.of("AAAAAAAA").similarity(whole)).isZero();
    assertThat(KmerProfile.of("GGC").similarity(whole)).isZero();
    assertThat(KmerProfile.of("GGCANUUAGN").similarity(whole)).isZero();
  }
}
