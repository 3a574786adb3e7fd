package org.tinyrecursive.workflows.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.pipelines.predict.SearchReport;
import org.tinyrecursive.pipelines.predict.SearchReport.Spent;

class PredictedTextTest {
  private static final SearchReport PLAIN =
      new SearchReport(1, 0, 0, 2, 0, false, 2, 0, 0, List.of(new Spent(2, 1_200, 300)));

  private static PredictionSummary summary(long rejects, long labelled, SearchReport search) {
    return new PredictionSummary(
        1,
        "sudoku",
        "step-00001500",
        "ema",
        1_500,
        "ab",
        "test",
        rejects,
        1_200,
        labelled,
        0.25,
        0.8126,
        List.of(0.125, 0.25),
        List.of(0.5, 0.8126),
        search,
        List.of(),
        List.of(),
        "cd");
  }

  private static String table(PredictionSummary summary) {
    return new PredictedText(summary, "predictions", 12.34).table();
  }

  @Test
  void accuracyIsToldAfterEverySupervisionStep() {
    assertThat(table(summary(0, 1_200, PLAIN)))
        .isEqualTo(
            """
            Predicted 1,200 examples with the ema weights of step 1,500 in 12.3 s, 2.00 supervision steps each.
            exact accuracy 25.00 %, cell accuracy 81.26 %
            supervision step    exact    cells
                           1   12.5 %   50.0 %
                           2   25.0 %   81.3 %
            Written to predictions""");
  }

  @Test
  void withoutAnswersNothingIsClaimed() {
    assertThat(table(summary(3, 0, PLAIN)))
        .isEqualTo(
            """
            Predicted 1,200 examples with the ema weights of step 1,500 in 12.3 s, 2.00 supervision steps each.
            3 rows refused; ids count the others.
            No answers are given: accuracy is not known.
            Written to predictions""");
  }

  @Test
  void accuracyAgainstComputeIsToldInFewRowsThatEndWithAll() {
    SearchReport search =
        new SearchReport(
            4,
            0.3,
            0,
            2,
            0.5,
            true,
            3.5,
            900,
            12,
            List.of(
                new Spent(1, 100, 90),
                new Spent(2, 100, 80),
                new Spent(3, 200, 100),
                new Spent(7, 300, 20),
                new Spent(9, 500, 10)));

    assertThat(table(summary(0, 600, search)))
        .isEqualTo(
            """
            Predicted 1,200 examples with the ema weights of step 1,500 in 12.3 s, 3.50 supervision steps each.
            Checked by the rules: 900 of 1,200 answers keep them; in 12 a valid answer was taken instead of the most confident one.
            exact accuracy 25.00 %, cell accuracy 81.26 % of 600 examples with answers
            supervision step    exact    cells  (first rollout)
                           1   12.5 %   50.0 %
                           2   25.0 %   81.3 %
            steps spent, at most  examples    exact
                                1       100   90.0 %
                                2       200   85.0 %
                                4       400   67.5 %
                                8       700   41.4 %
                                9     1,200   25.0 %
            Written to predictions""");
  }
}
