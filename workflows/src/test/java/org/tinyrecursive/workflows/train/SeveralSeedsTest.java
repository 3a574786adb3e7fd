package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.transforms.InputRefusedException;

class SeveralSeedsTest {
  private static final int INTERRUPTED = 130;

  @TempDir private Path temp;
  private final StringWriter told = new StringWriter();
  private final List<String> trained = new ArrayList<>();

  /** A run whose exact accuracy is a tenth of its seed. */
  private SeveralSeeds.Ended train(long seed, Path folder, ResumeMode mode, String end)
      throws IOException {
    trained.add("%d %s".formatted(seed, mode));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        """
        {"kind":"train","step":1,"loss":2.0}
        {"kind":"evaluation","step":1,"raw":{"exact_accuracy":0.0,"cell_accuracy":0.1},\
        "ema":{"exact_accuracy":%s,"cell_accuracy":0.5}}
        """
            .formatted(seed / 10.0));
    TrainSummary summary =
        new TrainSummary(
            "tiny", end, 1, 1, 2, 3, null, null, null, null, null, null, null, null, "", "");
    return new SeveralSeeds.Ended(summary, end.equals("stopped") ? INTERRUPTED : 0);
  }

  private SeveralSeeds seeds(Long... seeds) {
    return new SeveralSeeds(
        temp.resolve("runs"), Path.of("data"), List.of(seeds), new PrintWriter(told, true));
  }

  private SeveralSeeds.AllEnded runAll(ResumeMode mode, Long... seeds) throws Exception {
    return seeds(seeds).run(mode, (seed, folder, how) -> train(seed, folder, how, "completed"));
  }

  @Test
  void everySeedHasAFolderAndTheReportTheirMeanAndSpread() throws Exception {
    SeveralSeeds.AllEnded ended = runAll(ResumeMode.NEW, 3L, 1L, 2L);

    assertThat(trained).containsExactly("3 NEW", "1 NEW", "2 NEW");
    assertThat(ended.code()).isZero();
    assertThat(ended.summary().meanExactAccuracy()).isCloseTo(0.2, within(1e-12));
    assertThat(ended.summary().sdExactAccuracy()).isCloseTo(0.1, within(1e-12));
    assertThat(ended.summary().text())
        .contains("20.00 ± 10.00 %", "10.00 to 30.00 %, 3 seeds", "report.html");
    assertThat(temp.resolve("runs/seed-1/metrics.jsonl")).exists();
    assertThat(temp.resolve("runs/report.html"))
        .content()
        .contains("tiny, 3 seeds", "20.00 ± 10.00 %", "width:30.0%", "50.00 %");
    JsonNode json = new ObjectMapper().readTree(temp.resolve("runs/seeds.json").toFile());
    assertThat(json.path("runs")).hasSize(3);
    assertThat(json.at("/runs/0/seed").asLong()).isEqualTo(3);
    assertThat(json.path("mean_exact_accuracy").asDouble()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void goingOnTrainsWhatIsNotOverAndNothingElse() throws Exception {
    SeveralSeeds.AllEnded stopped =
        seeds(1L, 2L, 3L)
            .run(
                ResumeMode.NEW,
                (seed, folder, how) ->
                    train(seed, folder, how, seed == 2 ? "stopped" : "completed"));
    assertThat(stopped.code()).isEqualTo(INTERRUPTED);
    assertThat(stopped.summary().text()).contains("1 of 3 runs are over", "--resume");
    assertThat(temp.resolve("runs/report.html")).doesNotExist();
    trained.clear();

    SeveralSeeds.AllEnded ended = runAll(ResumeMode.RESUME, 1L, 2L, 3L);

    assertThat(trained).containsExactly("2 RESUME", "3 RESUME");
    assertThat(told.toString()).contains("seed 1 is over (completed)");
    assertThat(ended.summary().runs()).hasSize(3);
    trained.clear();
    assertThat(runAll(ResumeMode.RESUME, 1L, 2L, 3L).summary()).isEqualTo(ended.summary());
    assertThat(trained).isEmpty();
  }

  @Test
  void oneSeedHasNoSpread() throws Exception {
    assertThat(runAll(ResumeMode.NEW, 4L).summary().verdict()).isEqualTo("Exact accuracy 40.00 %.");
  }

  @Test
  void whatCannotBeMeantIsRefused() throws Exception {
    assertThatThrownBy(() -> seeds(1L, 2L, 1L))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("a seed twice");
    runAll(ResumeMode.NEW, 1L);
    assertThatThrownBy(() -> runAll(ResumeMode.NEW, 1L))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is not empty; add --resume");
    Files.writeString(temp.resolve("runs/seeds.json"), "{");
    assertThatThrownBy(() -> runAll(ResumeMode.RESUME, 1L))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("seeds.json is not what trm train wrote");
  }
}
