package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tinyrecursive.rna.assembly.RandomWalks.shaken;
import static org.tinyrecursive.rna.assembly.RandomWalks.turned;
import static org.tinyrecursive.rna.assembly.RandomWalks.walk;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  private static final int LENGTH = 60;

  @Test
  void isNearerToTheTruthThanModelsThatErrIndependently() {
    double[] truth = walk(LENGTH, 1);
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      candidates.add(assembled(turned(shaken(truth, 1.5, k))));
    }
    QuickTmScore scores = new QuickTmScore(LENGTH);
    double[] moved = new Consensus(candidates).move(candidates.get(0).xyz());
    assertThat(scores.score(moved, truth))
        .isGreaterThan(scores.score(candidates.get(0).xyz(), truth) + 0.1);
  }

  @Test
  void leavesAModelAloneThatNoOtherResembles() {
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      candidates.add(assembled(walk(LENGTH, 100 + k)));
    }
    QuickTmScore scores = new QuickTmScore(LENGTH);
    double[] first = candidates.get(0).xyz();
    assertThat(scores.score(new Consensus(candidates).move(first), first)).isGreaterThan(0.8);
  }

  @Test
  void changesNoCandidate() {
    List<Candidate> candidates = List.of(assembled(walk(LENGTH, 1)), assembled(walk(LENGTH, 2)));
    double[] before = candidates.get(0).xyz().clone();
    new Consensus(candidates).move(candidates.get(0).xyz());
    assertThat(candidates.get(0).xyz()).isEqualTo(before);
  }

  @Test
  void isTheModelItselfWhereThereIsNoOther() {
    double[] only = walk(LENGTH, 3);
    double[] moved = new Consensus(List.of(assembled(only))).move(only);
    for (int i = 0; i < only.length; i++) {
      assertThat(moved[i]).isCloseTo(only[i], within(1e-6));
    }
  }

  private static Candidate assembled(double[] xyz) {
    return new Candidate(Candidate.Origin.ASSEMBLED, 0, xyz);
  }
}
