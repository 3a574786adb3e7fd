package org.tinyrecursive.modeltf.rna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.transforms.InputRefusedException;

class RnaTrainerTest {
  private static final int GUESSES = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final List<Double> scores = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private long stopAt = Long.MAX_VALUE;

  private final RnaTrainListener listener =
      new RnaTrainListener() {
        @Override
        public void started(long firstStep, long totalSteps, long parameters) {
          assertThat(parameters).isPositive();
        }

        @Override
        public void stepped(long step, Map<String, Double> losses) {
          assertThat(losses).containsKey("loss");
          if (step == stopAt) {
            stop.request();
          }
        }

        @Override
        public void evaluated(long step, double meanTmScore) {
          scores.add(meanTmScore);
        }
      };

  private RnaTrainRun plan(String name, RnaModelKind kind, int maxLength, ResumeMode resume) {
    List<RnaExample> train =
        List.of(
            RnaSamples.coilExample("a", 12),
            RnaSamples.coilExample("bb", 20),
            RnaSamples.coilExample("ccc", 40),
            RnaSamples.coilExample("dddd", 14));
    return new RnaTrainRun(
        RnaSamples.recipe(2, 3, 1, 0.01),
        kind,
        GUESSES,
        maxLength,
        train,
        List.of(RnaSamples.coilExample("v", 24)),
        (example, from, guesses) -> guesses.size() / 10.0 - scores.size() / 100.0,
        "0123",
        folder.resolve(name),
        resume,
        Optional.empty(),
        Map.of("trm", "test"),
        new Compute(1),
        stop);
  }

  @ParameterizedTest
  @EnumSource(RnaModelKind.class)
  void aStoppedRunGoesOnAsIfItHadNeverStopped(RnaModelKind kind) throws IOException {
    RnaTrainResult whole = RnaTrainer.run(plan("whole", kind, 16, ResumeMode.NEW), listener);
    assertThat(whole.isComplete()).isTrue();
    assertThat(whole.step()).isEqualTo(6);
    scores.clear();
    stopAt = 3;
    RnaTrainResult part = RnaTrainer.run(plan("parts", kind, 16, ResumeMode.NEW), listener);
    assertThat(part.isComplete()).isFalse();
    RnaTrainRun rest = plan("parts", kind, 16, ResumeMode.RESUME);
    RnaTrainRun unstopped =
        new RnaTrainRun(
            rest.recipe(),
            kind,
            GUESSES,
            16,
            rest.train(),
            rest.validation(),
            rest.score(),
            rest.datasetSha256(),
            rest.output(),
            ResumeMode.RESUME,
            Optional.empty(),
            rest.versions(),
            rest.compute(),
            new StopSignal());
    assertThat(RnaTrainer.run(unstopped, listener).step()).isEqualTo(6);
    for (String file : List.of("model", "ema", "optimizer")) {
      assertThat(latest("parts", file)).as(file).isEqualTo(latest("whole", file));
    }
    assertThat(metrics("parts")).isEqualTo(metrics("whole"));
  }

  @Test
  void theBestModelIsTheOneThatScoredMost() throws IOException {
    RnaTrainResult result =
        RnaTrainer.run(plan("run", RnaModelKind.TRM, 16, ResumeMode.NEW), listener);
    assertThat(scores).hasSize(3);
    assertThat(result.bestStep()).contains(2L);
    assertThat(folder.resolve("run/checkpoints/best").toRealPath())
        .isEqualTo(folder.resolve("run/checkpoints/step-00000002").toRealPath());
    try (RnaPredictor predictor = RnaPredictor.load(folder.resolve("run"), new Compute(1))) {
      assertThat(predictor.kind()).isEqualTo(RnaModelKind.TRM);
      assertThat(predictor.guesses()).isEqualTo(GUESSES);
      assertThat(predictor.maxLength()).isEqualTo(16);
    }
  }

  @Test
  void aRunIsNotResumedWithOtherSettings() throws IOException {
    stopAt = 1;
    RnaTrainer.run(plan("run", RnaModelKind.TRM, 16, ResumeMode.NEW), listener);
    assertThatThrownBy(
            () -> RnaTrainer.run(plan("run", RnaModelKind.TRM, 20, ResumeMode.RESUME), listener))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("was trained with max-length 16, now given is 20");
    assertThatThrownBy(
            () -> RnaTrainer.run(plan("run", RnaModelKind.TRM, 16, ResumeMode.NEW), listener))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("add --resume");
  }

  @Test
  void aFolderWithoutAModelIsRefused() {
    assertThatThrownBy(() -> RnaPredictor.load(folder.resolve("none"), new Compute(1)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("does not exist");
  }

  private byte[] latest(String run, String file) throws IOException {
    return Files.readAllBytes(
        folder.resolve(run).resolve("checkpoints/latest").resolve(file + ".safetensors"));
  }

  /** Without what the clock says. */
  private List<ObjectNode> metrics(String run) throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl"))) {
      ObjectNode node = (ObjectNode) JSON.readTree(line);
      node.remove("timing");
      node.remove("mean_tm_score");
      lines.add(node);
    }
    return lines;
  }
}
