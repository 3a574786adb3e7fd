package org.tinyrecursive.pipelines.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.runner.RunnerChoice;

/** Predictions, metrics and submission computed by the published code, on every runner. */
@Tag("golden")
class ArcVotingGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  static Stream<BeamSettings> runners() {
    return Stream.of(
        BeamSettings.direct(1),
        BeamSettings.direct(8),
        BeamSettings.on(RunnerChoice.FLINK_LOCAL).withWorkers(1),
        BeamSettings.on(RunnerChoice.FLINK_LOCAL).withWorkers(8));
  }

  @ParameterizedTest
  @MethodSource("runners")
  void everyRunnerGivesThePublishedMetricsAndSubmission(BeamSettings beam) throws Exception {
    ArcScoreFiles.write(
        folder,
        ArcScorePipeline.run(
            new ArcScoreSettings(
                parts(),
                golden("test_puzzles.json").toString(),
                Optional.empty(),
                Optional.of(golden("identifiers.json").toString()),
                0),
            beam,
            RunCounters.IGNORED));
    JsonNode metrics = JSON.readTree(golden("expected_metrics.json").toFile());
    JsonNode submission = JSON.readTree(golden("expected_submission.json").toFile());
    assertThat(JSON.readTree(folder.resolve(ArcScoreFiles.METRICS).toFile())).isEqualTo(metrics);
    assertThat(JSON.readTree(folder.resolve(ArcScoreFiles.SUBMISSION).toFile()))
        .isEqualTo(submission);
  }

  /** In three files, so that the votes on a question come together from several. */
  private List<String> parts() throws Exception {
    List<String> lines = Files.readAllLines(golden("predictions.jsonl"));
    List<String> files = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      Path file = folder.resolve("part-%d.jsonl".formatted(part));
      int third = lines.size() / 3 + 1;
      Files.write(file, lines.subList(part * third, Math.min(lines.size(), (part + 1) * third)));
      files.add(file.toString());
    }
    return files;
  }

  /** A file under TRM_GOLDEN_DIR, or ../shared/golden as seen from the project's root. */
  private static Path golden(String file) {
    String named = System.getenv().getOrDefault("TRM_GOLDEN_DIR", "../shared/golden");
    Path found = Path.of(named);
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      if (Files.isDirectory(base.resolve(named))) {
        found = base.resolve(named).normalize();
        break;
      }
    }
    Path path = found.resolve("arc/arc_voting").resolve(file);
    assumeTrue(Files.exists(path), () -> path + " is absent: golden votes are not checked");
    return path;
  }
}
