package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinyrecursive.rna.assembly.RandomWalks.shaken;
import static org.tinyrecursive.rna.assembly.RandomWalks.walk;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatePoolTest {
  private static final int LENGTH = 40;

  private final CandidatePool pool =
      Pools.of(
          List.of(
              candidate(Candidate.Origin.TEMPLATE, walk(LENGTH, 1)),
              candidate(Candidate.Origin.ASSEMBLED, walk(LENGTH, 2)),
              candidate(Candidate.Origin.TEMPLATE, shaken(walk(LENGTH, 1), 1, 3)),
              candidate(Candidate.Origin.ASSEMBLED, shaken(walk(LENGTH, 2), 1, 4))));

  @Test
  void theCandidatesOfOneOriginAreAPoolOfTheirOwn() {
    CandidatePool assembled = pool.only(Candidate.Origin.ASSEMBLED);
    assertThat(assembled.candidates())
        .containsExactly(pool.candidates().get(1), pool.candidates().get(3));
    assertThat(assembled.likeness()).isDeepEqualTo(Pools.of(assembled.candidates()).likeness());
  }

  @Test
  void ofAnOriginThatIsAbsentThereAreNone() {
    assertThat(pool.only(Candidate.Origin.IDEAL).candidates()).isEmpty();
  }

  @Test
  void whatOthersResembleHasMoreSupportThanWhatNoneDoes() {
    assertThat(pool.only(Candidate.Origin.TEMPLATE).support(0)).isGreaterThan(pool.support(0));
  }

  private static Candidate candidate(Candidate.Origin origin, double[] xyz) {
    return new Candidate(origin, 0, xyz);
  }
}
