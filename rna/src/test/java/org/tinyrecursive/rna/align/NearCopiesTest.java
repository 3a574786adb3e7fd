package org.tinyrecursive.rna.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearCopiesTest {
  private static final String KNOWN = "GGCGUAAGGAUUACCUAUGCCGCUUAGCAUUCAGGACUCCAU";

  private final NearCopies copies = new NearCopies();

  @Test
  void aSequenceWithOneOtherLetterIsANearCopy() {
    copies.add(KNOWN);
    assertThat(copies.contains(KNOWN)).isTrue();
    assertThat(copies.contains(KNOWN.replace("AUUACC", "AUCACC"))).isTrue();
  }

  @Test
  void aSequenceOfOtherWordsIsNone() {
    copies.add(KNOWN);
    assertThat(copies.contains(new StringBuilder(KNOWN).reverse().toString())).isFalse();
  }

  @Test
  void aKnownPieceDoesNotMakeTheWholeACopyButThePieceIsOneOfTheWhole() {
    String piece = KNOWN.substring(0, 20);
    copies.add(piece);
    assertThat(copies.contains(KNOWN)).isFalse();
    NearCopies others = new NearCopies();
    others.add(KNOWN);
    assertThat(others.contains(piece)).isTrue();
  }

  @Test
  void nothingIsACopyOfNothing() {
    assertThat(copies.contains(KNOWN)).isFalse();
  }
}
