package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;

class ApartTest {
  private static final LocalDate CUTOFF = LocalDate.of(2018, 1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {"GGGGAAAACCCC", "GGCACUUCGGUGCC", "AAAAAAAAAAAAAAAAAAAA", "GGGGGGGGAAAACCCCCCCC"})
  void guessesOfAShortTargetWithoutALibraryDiffer(String letters) {
    StructurePredictor predictor = StructurePredictor.of(Libraries.none());
    RnaTarget target = RnaTarget.ofOneChain("T", new Sequence(letters), CUTOFF);
    assertDiffer(letters, predictor.predict(target, 5, 0));
    assertDiffer(letters, predictor.predictFromTemplates(target, 5, 0));
    assertDiffer(letters, predictor.predictByAssembly(target, 5, 0));
  }

  private static void assertDiffer(String letters, List<Coordinates> guesses) {
    for (int a = 0; a < guesses.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(
                TmMode.FIXED.score(new Sequence(letters), guesses.get(a), guesses.get(b)).value())
            .as("guesses %d and %d of %s", b + 1, a + 1, letters)
            .isLessThan(0.98);
      }
    }
  }

  @Test
  void guessesThatDifferStayAsTheyAre() {
    Candidate line = new Candidate(Candidate.Origin.IDEAL, 0, SimpleModels.straightLine(30));
    Candidate hairpin = new Candidate(Candidate.Origin.IDEAL, 0, SimpleModels.foldedHairpin(30));
    assertThat(Apart.of(List.of(line, hairpin))).containsExactly(line, hairpin);
  }

  @Test
  void aBentHelixKeepsItsStepsNearly() {
    double[] hairpin = SimpleModels.foldedHairpin(60);
    for (int side = 0; side < Bend.SIDES; side++) {
      double[] bent = Bend.of(hairpin, side);
      for (int i = 0; i + 1 < 60; i++) {
        double step = Points.distance(hairpin, i, i + 1);
        assertThat(Points.distance(bent, i, i + 1)).isCloseTo(step, within(0.16 * step));
      }
    }
  }

  @Test
  void whatCannotBeBentIsLeft() {
    Candidate point = new Candidate(Candidate.Origin.IDEAL, 0, new double[3]);
    List<Candidate> apart = Apart.of(Collections.nCopies(5, point));
    assertThat(apart).hasSize(5);
    assertThat(apart).allSatisfy(each -> assertThat(each.xyz()).containsOnly(0, 0, 0));
  }
}
