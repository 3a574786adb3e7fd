package org.tinyrecursive.workflows.report.rna;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.score.GuessScore;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;

class RnaPageTest {
  private static final TargetScore SCORED =
      new TargetScore(
          "</script><b>R1",
          3,
          2,
          1,
          List.of(new GuessScore(0.5, 0.25, Double.NaN, 2.5, 1)),
          Double.NaN);
  private static final TargetScore ABSENT = new TargetScore("R2", 40, 0, 1, List.of(), Double.NaN);

  private static DrawnTarget drawn() {
    List<double[]> points = new ArrayList<>(Arrays.asList(new double[] {1.25, 0, -3}, null));
    return new DrawnTarget(SCORED, points, List.of(new DrawnTarget.Guess(points)), 0);
  }

  private static String page() {
    return RnaPage.render(
        "submission.csv", List.of(SCORED, ABSENT), List.of(drawn()), TmMode.ALIGNED);
  }

  @Test
  void namesFromFilesCannotBecomeMarkupNorEndTheScript() {
    assertThat(page()).contains("&lt;/script&gt;&lt;b&gt;R1").doesNotContain("</script><b>R1");
  }

  @Test
  void whatIsNotKnownIsADash() {
    String row = page().substring(page().indexOf("R2"));

    assertThat(row.substring(0, row.indexOf("</tr>")).replaceAll("<[^>]*>|\\s+", " ").strip())
        .isEqualToNormalizingWhitespace("R2 40 0 1 0.0000 0.0000 0.0000 – – – –");
    assertThat(page().substring(0, page().indexOf("<script"))).doesNotContain("NaN");
  }

  @Test
  void aResidueWithoutAPositionStaysAGap() {
    assertThat(page()).contains("[1.25,0.0,-3.0],null");
  }

  @Test
  void thePageFetchesNothing() {
    assertThat(page()).contains("default-src 'none'").doesNotContain("src=\"http", "href=\"http");
  }
}
