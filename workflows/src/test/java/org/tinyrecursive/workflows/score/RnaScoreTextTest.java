package org.tinyrecursive.workflows.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.score.GuessScore;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;

class RnaScoreTextTest {
  private static final TargetScore TWICE =
      new TargetScore(
          "R1107",
          69,
          68,
          2,
          List.of(
              new GuessScore(0.25, 0.5, 0.4, 12.345, 1), new GuessScore(0.75, 0.125, 0.8, 3.5, 2)),
          0.3);
  private static final TargetScore NEVER =
      new TargetScore("R1108_long", 1_200, 0, 1, List.of(), Double.NaN);

  private static String table(TmMode mode, TargetScore... scores) {
    return RnaScoreText.table(RnaScoreResult.of(List.of(scores), mode));
  }

  @Test
  void aTargetWithoutAPredictionCountsZeroAndHasDashes() {
    assertThat(table(TmMode.ALIGNED, TWICE, NEVER))
        .isEqualTo(
            """
            mean TM-score    0.3750  (best guess of 2 targets, aligned)
              aligned        0.3750
              fixed          0.2500
            first guesses    0.1250  (aligned)
            mean lDDT        0.8000  (C1', best guess)
            mean RMSD        3.50 Å  (best guess)
            pairwise         0.3000  (mean TM-score of a target's guesses to each other)
            1 target without a prediction counts 0

            target      residues  refs  aligned   fixed   first  best    lDDT    RMSD  pairwise
            R1107             69     2   0.7500  0.5000  0.2500    #2  0.8000    3.50    0.3000
            R1108_long      1200     1   0.0000  0.0000  0.0000     –       –       –         –""");
  }

  @Test
  void theModeChoosesTheBestGuess() {
    assertThat(table(TmMode.FIXED, TWICE))
        .contains(
            "mean TM-score    0.5000  (best guess of 1 target, fixed)", "    #1  0.4000   12.35");
  }

  @Test
  void whatNobodyHasIsADashAndNoNumber() {
    assertThat(table(TmMode.ALIGNED, NEVER))
        .contains("mean lDDT        –", "mean RMSD        – Å")
        .doesNotContain("NaN", "pairwise         ");
  }
}
