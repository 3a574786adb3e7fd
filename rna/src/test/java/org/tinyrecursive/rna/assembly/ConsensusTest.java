package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.transforms.random.StableRandom;

class ConsensusTest {
  private static final int LENGTH = 60;

  @Test
  void isNearerToTheTruthThanModelsThatErrIndependently() {
    double[] truth = walk(1);
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
      candidates.add(assembled(walk(100 + k)));
    }
    QuickTmScore scores = new QuickTmScore(LENGTH);
    double[] first = candidates.get(0).xyz();
    assertThat(scores.score(new Consensus(candidates).move(first), first)).isGreaterThan(0.8);
  }

  @Test
  void changesNoCandidate() {
    List<Candidate> candidates = List.of(assembled(walk(1)), assembled(walk(2)));
    double[] before = candidates.get(0).xyz().clone();
    new Consensus(candidates).move(candidates.get(0).xyz());
    assertThat(candidates.get(0).xyz()).isEqualTo(before);
  }

  @Test
  void isTheModelItselfWhereThereIsNoOther() {
    double[] only = walk(3);
    double[] moved = new Consensus(List.of(assembled(only))).move(only);
    for (int i = 0; i < only.length; i++) {
      assertThat(moved[i]).isCloseTo(only[i], within(1e-6));
    }
  }

  private static Candidate assembled(double[] xyz) {
    return new Candidate(Candidate.Origin.ASSEMBLED, 0, xyz);
  }

  private static double[] turned(double[] xyz) {
    RigidMotion motion =
        RigidMotion.fit(
            new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new double[] {5, 5, 5, 5, 6, 5, 5, 5, 6});
    return motion.move(xyz);
  }

  private static double[] walk(long seed) {
    StableRandom random = StableRandom.of(seed, "walk");
    double[] xyz = new double[3 * LENGTH];
    for (int i = 3; i < xyz.length; i++) {
      xyz[i] = xyz[i - 3] + 3.5 * random.nextGaussian();
    }
    return xyz;
  }

  private static double[] shaken(double[] xyz, double size, long seed) {
    StableRandom random = StableRandom.of(seed, "shake");
    double[] shaken = xyz.clone();
    for (int i = 0; i < xyz.length; i++) {
      shaken[i] += size * random.nextGaussian();
    }
    return shaken;
  }
}
