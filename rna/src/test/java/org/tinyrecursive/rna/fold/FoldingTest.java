package org.tinyrecursive.rna.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;

class FoldingTest {
  private static final String HAIRPIN = "GGCGACCUUCGGGUCGCC";

  @Test
  void findsAHairpin() {
    FoldedEnsemble folded = Folding.fold(HAIRPIN, 3, StableRandom.of(1, "a"));
    assertThat(folded.accurate()).hasToString("(((((((....)))))))");
    assertThat(folded.samples()).hasSize(3);
    assertThat(folded.probabilities().of(17, 0)).isGreaterThan(0.9);
    assertThat(folded.probabilities().unpaired(8)).isGreaterThan(0.9);
  }

  @Test
  void findsACloverleaf() {
    String trna = "GCGGAUUUAGCUCAGUUGGGAGAGCGCCAGACUGAAGAUCUGGAGGUCCUGUGUUCGAUCCACAGAAUUCGCACCA";
    PairTable pairs = Folding.fold(trna, 0, StableRandom.of(1, "t")).accurate();
    assertThat(pairs.partner(0)).isEqualTo(71);
    assertThat(pairs.partner(52)).isEqualTo(60);
  }

  @Test
  void leavesUnknownAndFewLettersUnpaired() {
    for (String sequence : new String[] {"N", "GC", "NNNNNNNNNNNN", "AAAAAAAAAAAAAAAA"}) {
      FoldedEnsemble folded = Folding.fold(sequence, 2, StableRandom.of(1, "n"));
      assertThat(folded.accurate().pairCount()).isZero();
      assertThat(folded.samples()).allMatch(sample -> sample.pairCount() == 0);
    }
  }

  @Test
  void drawsTheSameStructuresForTheSameSeed() {
    String sequence = PartitionFunctionTest.random(80, 9);
    assertThat(Folding.fold(sequence, 5, StableRandom.of(4, "s")).samples())
        .isEqualTo(Folding.fold(sequence, 5, StableRandom.of(4, "s")).samples());
  }

  @Test
  void foldsWindowsToWhatTheWholeGives() {
    String spacer = "A".repeat(40);
    String sequence = (HAIRPIN + spacer).repeat(6);
    FoldedEnsemble whole = Folding.fold(sequence, 2, StableRandom.of(1, "w"));
    FoldedEnsemble windows =
        Folding.foldWindows(
            sequence, PairBonus.none(), 2, StableRandom.of(1, "w"), new Folding.Windows(160, 70));
    assertThat(windows.accurate()).isEqualTo(whole.accurate());
    assertThat(windows.samples()).allMatch(sample -> sample.isNested() && sample.pairCount() > 30);
    assertThat(windows.probabilities().unpaired(8)).isBetween(0.9, 1.0);
  }

  @Test
  void windowsGiveTheSameOnOneCoreAsOnAll() throws Exception {
    String sequence = PartitionFunctionTest.random(400, 5);
    FoldedEnsemble all = windowed(sequence);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      FoldedEnsemble alone = one.submit(() -> windowed(sequence)).get();
      assertThat(alone.samples()).isEqualTo(all.samples());
      assertThat(alone.accurate()).isEqualTo(all.accurate());
    } finally {
      one.shutdown();
    }
  }

  private static FoldedEnsemble windowed(String sequence) {
    return Folding.foldWindows(
        sequence, PairBonus.none(), 3, StableRandom.of(1, "w"), new Folding.Windows(120, 60));
  }

  @Test
  void aBonusBringsBackAPairThatLettersDoNotFavour() {
    String weak = "AAUUAGAAAAAAAAAUUAAUU";
    int last = weak.length() - 1;
    PairBonus.Builder known = new PairBonus.Builder(weak.length(), 4);
    for (int i = 0; i < 5; i++) {
      known.add(i, last - i, 3);
    }
    double alone = Folding.fold(weak, 0, StableRandom.of(1, "b")).probabilities().of(2, last - 2);
    double told =
        Folding.fold(weak, known.build(), 0, StableRandom.of(1, "b"))
            .probabilities()
            .of(2, last - 2);
    assertThat(alone).isLessThan(0.5);
    assertThat(told).isGreaterThan(0.9);
  }

  @Test
  void aBonusReachesEveryWindowAtItsPlace() {
    String sequence = "A".repeat(30) + "GAUUAGAAAAAAAAAUUAAUC" + "A".repeat(150);
    PairBonus.Builder known = new PairBonus.Builder(sequence.length(), 4);
    for (int i = 0; i < 5; i++) {
      known.add(30 + i, 50 - i, 3);
    }
    FoldedEnsemble windows =
        Folding.foldWindows(
            sequence, known.build(), 1, StableRandom.of(1, "w"), new Folding.Windows(90, 20));
    assertThat(windows.probabilities().of(32, 48)).isGreaterThan(0.9);
  }

  @Test
  void windowsReachTheLastResidue() {
    assertThat(new Folding.Windows(1200, 600).starts(4640))
        .containsExactly(0, 600, 1200, 1800, 2400, 3000, 3440);
  }
}
