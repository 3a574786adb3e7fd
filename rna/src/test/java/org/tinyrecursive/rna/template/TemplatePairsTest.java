package org.tinyrecursive.rna.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.align.Alignment;
import org.tinyrecursive.rna.fold.PairBonus;

class TemplatePairsTest {
  private static final String LETTERS = "GGCACUUCGGUGCC";
  private static final String PAIRS = "((((......))))";

  @Test
  void favoursAPairWhereTheTargetIsAlignedWithBothResidues() {
    // The target begins with a residue more, and its last has no counterpart.
    int[] shifted = {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -1};
    PairBonus bonus = TemplatePairs.of(15, List.of(hit(shifted, 1.0)));
    assertThat(bonus.factor(2, 13)).isCloseTo(Math.exp(1), within(1e-9));
    assertThat(bonus.factor(4, 11)).isCloseTo(Math.exp(1), within(1e-9));
    assertThat(bonus.factor(1, 14)).isEqualTo(1);
    assertThat(bonus.factor(2, 12)).isEqualTo(1);
  }

  @Test
  void closerTemplatesTellMoreAndRemoteOnesNothing() {
    assertThat(factor(hit(same(), 0.5))).isEqualTo(1);
    assertThat(factor(hit(same(), 0.7))).isCloseTo(Math.exp(0.4), within(1e-9));
    assertThat(factor(hit(same(), 0.7), hit(same(), 1.0))).isCloseTo(Math.exp(1.4), within(1e-9));
  }

  @Test
  void manyTemplatesTogetherTellNoMoreThanTheMost() {
    TemplateHit close = hit(same(), 1.5);
    assertThat(factor(close, close, close)).isCloseTo(Math.exp(4), within(1e-9));
  }

  @Test
  void withoutTemplatesNothingIsFavoured() {
    assertThat(TemplatePairs.of(14, List.of()).factor(0, 13)).isEqualTo(1);
  }

  private static double factor(TemplateHit... hits) {
    return TemplatePairs.of(14, List.of(hits)).factor(1, 12);
  }

  private static int[] same() {
    int[] same = new int[14];
    for (int i = 0; i < 14; i++) {
      same[i] = i;
    }
    return same;
  }

  private static TemplateHit hit(int[] templateOf, double score) {
    LibraryChain chain = Chains.of("known", "2015-06-01", LETTERS, PAIRS);
    return new TemplateHit(chain, new Alignment(score * templateOf.length, templateOf), score);
  }
}
