package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.rna.template.TemplateLibrary;

class StructurePredictorTest {
  private static final LocalDate CUTOFF = LocalDate.of(2018, 1, 1);
  private static final String LETTERS = "GGCACUUCGGUGCCAAGGCGAAAGCCUU";

  @Test
  void guessesDifferAndComeAgainWithTheSameSeed() {
    List<Coordinates> guesses = predict(Libraries.hairpin("2010-01-01"), LETTERS, 1);
    assertThat(guesses).hasSize(5);
    assertThat(new HashSet<>(guesses)).hasSizeGreaterThan(2);
    assertThat(predict(Libraries.hairpin("2010-01-01"), LETTERS, 1)).isEqualTo(guesses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "GC", "NNNNNNNNNN", "GGGGGGGGGGAAAAAAAAAACCCCCCCCCC"})
  void placesEveryResidueOfAnySequence(String letters) {
    for (Coordinates guess : predict(Libraries.none(), letters, 0)) {
      assertThat(guess.resolved()).isEqualTo(letters.length());
    }
  }

  @Test
  void structuresReleasedLaterChangeNothing() {
    assertThat(predict(Libraries.hairpin("2018-01-01"), LETTERS, 1))
        .isEqualTo(predict(Libraries.none(), LETTERS, 1));
    assertThat(predict(Libraries.hairpin("2017-12-31"), LETTERS, 1))
        .isNotEqualTo(predict(Libraries.none(), LETTERS, 1));
  }

  @Test
  void predictsTargetsOfSeveralChains() {
    RnaTarget duplex =
        new RnaTarget(
            "D",
            new Sequence("GGCAGCAUGCUGCC"),
            CUTOFF,
            "",
            List.of(new ChainSpan("A", 1, 0, 7), new ChainSpan("A", 2, 7, 14)));
    List<Coordinates> guesses = StructurePredictor.of(Libraries.none()).predict(duplex, 5, 3);
    assertThat(guesses).hasSize(5).allMatch(guess -> guess.resolved() == 14);
  }

  private static List<Coordinates> predict(TemplateLibrary library, String letters, long seed) {
    return StructurePredictor.of(library)
        .predict(RnaTarget.ofOneChain("T", new Sequence(letters), CUTOFF), 5, seed);
  }
}
