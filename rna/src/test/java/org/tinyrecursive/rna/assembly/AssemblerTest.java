package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.transforms.random.StableRandom;

class AssemblerTest {
  private static final LocalDate LATER = LocalDate.of(2020, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "................",
    "((((....))))....",
    "..((..((....))..))..",
    "((..((...))..((...))..))",
    "((..((...))..((...))..((...))..))..((....))",
    "..((....))..((....))..",
    "(..)"
  })
  void placesEveryResidueWithoutAnyLibrary(String pairs) {
    double[] xyz = build(Libraries.none(), "G".repeat(pairs.length()), pairs);
    assertThat(xyz).doesNotContain(Double.NaN).hasSize(3 * pairs.length());
  }

  @Test
  void buildsHelicesOfTheMeasuredGeometry() {
    double[] xyz = build(Libraries.none(), "GGGGGGGAAAACCCCCCC", "(((((((....)))))))");
    for (int k = 0; k < 7; k++) {
      assertThat(Points.distance(xyz, k, 17 - k)).isCloseTo(10.58, within(0.05));
    }
    assertThat(Points.distance(xyz, 0, 1)).isCloseTo(5.44, within(0.05));
  }

  @Test
  void takesTheLoopOfAKnownHairpin() {
    TemplateLibrary library = Libraries.hairpin("2010-01-01");
    double[] known = library.chains().get(0).positions().toArray();
    double[] xyz = build(library, Libraries.HAIRPIN, Libraries.PAIRS);
    double[] moved = RigidMotion.fit(xyz, known).move(xyz);
    for (int i = 0; i < Libraries.HAIRPIN.length(); i++) {
      assertThat(Points.squared(moved, i, known, i)).isLessThan(1e-6);
    }
  }

  @Test
  void relaxationClosesBreaksAndPartsWhatClashes() {
    PairTable none = PairTable.unpaired(6);
    double[] xyz = {0, 0, 0, 5.5, 0, 0, 11, 0, 0, 30, 0, 0, 30, 1, 0, 35.5, 1, 0};
    Relaxation.relax(xyz, none, new boolean[7]);
    for (int i = 0; i < 5; i++) {
      assertThat(Points.distance(xyz, i, i + 1)).isBetween(4.4, 7.4);
    }
  }

  @Test
  void relaxationLeavesChainsApart() {
    boolean[] breaks = new boolean[5];
    breaks[2] = true;
    double[] xyz = {0, 0, 0, 5.5, 0, 0, 60, 0, 0, 65.5, 0, 0};
    Relaxation.relax(xyz, PairTable.unpaired(4), breaks);
    assertThat(Points.distance(xyz, 1, 2)).isCloseTo(54.5, within(1e-6));
  }

  @Test
  void fillsGapsByStepsOfTheChain() {
    double[] xyz = new double[30];
    Arrays.fill(xyz, 6, 24, Double.NaN);
    System.arraycopy(new double[] {0, 0, 0, 5.5, 0, 0}, 0, xyz, 0, 6);
    System.arraycopy(new double[] {15, 0, 0, 20.5, 0, 0}, 0, xyz, 24, 6);
    GapFill.fill(xyz);
    for (int i = 0; i < 9; i++) {
      assertThat(Points.distance(xyz, i, i + 1)).isBetween(4.8, 6.0);
    }
  }

  private static double[] build(TemplateLibrary library, String letters, String pairs) {
    return new Assembler(MotifLibrary.of(library.chains()))
        .build(letters, PairTable.parse(pairs), LATER, 0, StableRandom.of(1, "a"));
  }
}
