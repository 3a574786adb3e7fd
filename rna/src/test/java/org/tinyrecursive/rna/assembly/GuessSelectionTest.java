package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinyrecursive.rna.assembly.RandomWalks.shaken;
import static org.tinyrecursive.rna.assembly.RandomWalks.walk;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuessSelectionTest {
  private static final int LENGTH = 40;

  @Test
  void beginsWithWhatMostResemble() {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Candidate.Origin.ASSEMBLED, 0, walk(LENGTH, 9)));
    for (int k = 0; k < 4; k++) {
      candidates.add(new Candidate(Candidate.Origin.ASSEMBLED, 0, shaken(walk(LENGTH, 1), 0.4, k)));
    }
    List<Candidate> chosen = Pools.choose(candidates, 2);
    assertThat(candidates.indexOf(chosen.get(0))).isPositive();
    assertThat(chosen.get(1)).isSameAs(candidates.get(0));
  }

  @Test
  void guessesMoreTemplatesTheBetterTheyAlign() {
    assertThat(templatesAmongGuesses(0.3)).isLessThanOrEqualTo(1);
    assertThat(templatesAmongGuesses(0.7)).isLessThanOrEqualTo(2);
    assertThat(templatesAmongGuesses(1.6)).isGreaterThanOrEqualTo(4);
  }

  @Test
  void neverRepeatsAGuessWhileThereAreOthers() {
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      candidates.add(new Candidate(Candidate.Origin.TEMPLATE, 0.1, walk(LENGTH, k)));
    }
    for (int k = 0; k < 5; k++) {
      candidates.add(new Candidate(Candidate.Origin.ASSEMBLED, 0, walk(LENGTH, 7)));
    }
    assertThat(Pools.choose(candidates, 4))
        .contains(candidates.get(0), candidates.get(1), candidates.get(2));
  }

  @Test
  void takesAllWhereThereAreTooFew() {
    assertThat(
            Pools.choose(List.of(new Candidate(Candidate.Origin.ASSEMBLED, 0, walk(LENGTH, 1))), 5))
        .hasSize(1);
  }

  private static long templatesAmongGuesses(double score) {
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      candidates.add(new Candidate(Candidate.Origin.TEMPLATE, score, walk(LENGTH, k)));
    }
    for (int k = 0; k < 8; k++) {
      candidates.add(new Candidate(Candidate.Origin.ASSEMBLED, 0, walk(LENGTH, 50 + k)));
    }
    return Pools.choose(candidates, 5).stream().filter(Candidate::isTemplate).count();
  }
}
