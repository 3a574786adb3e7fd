package org.tinyrecursive.rna.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.transforms.random.StableRandom;

class AffineAlignerTest {
  private static final AlignmentScores SCORES = AlignmentScores.DEFAULT;

  @Test
  void alignsASequenceWithItself() {
    Alignment same = align("GGCAAAGCC", "(((...)))", "GGCAAAGCC", "(((...)))");
    assertThat(same.templateOf()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(same.score()).isCloseTo(9 * (SCORES.match() + SCORES.state()), within(1e-5));
    assertThat(same.matched()).isEqualTo(9);
  }

  @Test
  void leavesAnInsertionOut() {
    Alignment gap = align("GGCAUUUUUUAGCCGG", "................", "GGCAAGCCGG", "..........");
    assertThat(gap.templateOf()).startsWith(0, 1, 2, 3).endsWith(4, 5, 6, 7, 8, 9);
    assertThat(gap.matched()).isEqualTo(10);
  }

  @Test
  void prefersTheSameStateOfPairing() {
    Alignment byState = align("AAAAA", "((.))", "AAAAAAAAAA", ".....((.))");
    assertThat(byState.templateOf()).containsExactly(5, 6, 7, 8, 9);
  }

  @Test
  void localAlignmentDropsWhatDoesNotFit() {
    ResidueStates none = ResidueStates.of(PairTable.unpaired(12));
    AlignmentScores letters = new AlignmentScores(1.2, -0.3, -0.6, 0, -2.5, -0.25);
    Alignment local =
        AffineAligner.align(
            "CCCCGAGAGGUU", none, "AAAAGAGAGGAA", none, letters, AffineAligner.Ends.LOCAL);
    assertThat(local.templateOf()).containsExactly(-1, -1, -1, -1, 4, 5, 6, 7, 8, 9, -1, -1);
  }

  @Test
  void findsTheBestOfAllAlignments() {
    StableRandom random = StableRandom.of(2, "align");
    for (int trial = 0; trial < 60; trial++) {
      String a = letters(random, 1 + random.nextInt(6));
      String b = letters(random, 1 + random.nextInt(6));
      double best = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < a.length(); i++) {
        for (int j = 0; j < b.length(); j++) {
          double before = i == 0 || j == 0 ? 0 : Math.max(gap(i), gap(j));
          best = Math.max(best, before + bestFrom(a, b, i, j));
        }
      }
      ResidueStates statesA = ResidueStates.of(PairTable.unpaired(a.length()));
      ResidueStates statesB = ResidueStates.of(PairTable.unpaired(b.length()));
      double found =
          AffineAligner.align(a, statesA, b, statesB, SCORES, AffineAligner.Ends.FREE).score();
      assertThat(found).as("%s with %s", a, b).isCloseTo(best, within(1e-9));
    }
  }

  /** Best alignment whose first pair is (i, j), then anything; ends with the end of either. */
  private static double bestFrom(String a, String b, int i, int j) {
    double here = SCORES.letters(a.charAt(i), b.charAt(j)) + SCORES.state();
    boolean mayEnd = i == a.length() - 1 || j == b.length() - 1;
    double next = mayEnd ? 0 : Math.max(gap(a.length() - 1 - i), gap(b.length() - 1 - j));
    for (int p = i + 1; p < a.length(); p++) {
      for (int q = j + 1; q < b.length(); q++) {
        next = Math.max(next, gap(p - i - 1) + gap(q - j - 1) + bestFrom(a, b, p, q));
      }
    }
    return here + next;
  }

  private static double gap(int length) {
    return length == 0 ? 0 : SCORES.gapOpen() + (length - 1) * SCORES.gapExtend();
  }

  private static String letters(StableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("ACGU".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static Alignment align(String a, String pairsA, String b, String pairsB) {
    return AffineAligner.align(
        a,
        ResidueStates.of(PairTable.parse(pairsA)),
        b,
        ResidueStates.of(PairTable.parse(pairsB)),
        SCORES,
        AffineAligner.Ends.FREE);
  }
}
