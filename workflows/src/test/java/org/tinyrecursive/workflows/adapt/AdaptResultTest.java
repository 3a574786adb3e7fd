package org.tinyrecursive.workflows.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdaptResultTest {
  private static String text(String submission, Map<String, Double> metrics) {
    return new AdaptResult(
            "out",
            submission,
            120,
            167,
            1_200,
            "time_budget",
            4_500,
            12.345,
            "out/run/checkpoints/latest",
            90.0,
            metrics,
            3_725,
            Map.of())
        .text();
  }

  @Test
  void scoresAreToldInPercent() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("ARC/pass@1", 0.25);
    metrics.put("ARC/pass@2", 1.0 / 3);

    assertThat(text("out/submission.json", metrics))
        .isEqualToNormalizingNewlines(
            """
            120 tasks, 1,200 puzzles with their augmentations; 4,500 steps, 12.3 epochs (time_budget)
            Against the answers: pass@1 25.00 %, pass@2 33.33 %
            Took 1 h 02 m. The submission: out/submission.json""");
  }

  @Test
  void withoutAnswersThereIsNoScore() {
    assertThat(text("out/submission.json", Map.of()))
        .doesNotContain("Against")
        .endsWith("Took 1 h 02 m. The submission: out/submission.json");
  }

  @Test
  void whatWasStoppedSaysHowToGoOn() {
    assertThat(text(null, Map.of()))
        .endsWith("(time_budget)%nstopped; go on with the same command and --resume".formatted());
  }
}
