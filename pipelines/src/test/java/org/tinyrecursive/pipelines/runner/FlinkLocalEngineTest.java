package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.dataset.RawSudoku;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.TooManyRejectsException;

class FlinkLocalEngineTest {
  private static final BeamSettings FLINK =
      BeamSettings.on(RunnerChoice.FLINK_LOCAL).withWorkers(1);

  @TempDir private Path folder;

  @Test
  void countersAreSeenWhileTheJobRunsAndAtItsEnd() throws IOException {
    List<Map<String, Long>> looks = new ArrayList<>();
    SudokuDatasetPipeline.run(settings(RawSudoku.rows(9, 40, 1), 12_000), FLINK, looks::add);

    assertThat(looks.get(looks.size() - 1))
        .containsEntry("read", 40L)
        .containsEntry("kept", 40L)
        .containsEntry("written", 480_040L);
    assertThat(looks).hasSizeGreaterThan(1);
    assertThat(looks.get(0).getOrDefault("written", 0L)).isLessThan(480_040L);
  }

  @Test
  void whatAStepThrowsArrivesAsItIs() throws IOException {
    List<String> rows = new ArrayList<>(RawSudoku.rows(9, 5, 1));
    rows.set(2, "short");

    assertThatThrownBy(
            () -> SudokuDatasetPipeline.run(settings(rows, 0), FLINK, RunCounters.IGNORED))
        .isInstanceOf(TooManyRejectsException.class)
        .hasMessageContaining("train.csv:4: row has 1 fields, expected 4");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.rejects/part-00000.jsonl")).isNotEmptyFile();
  }

  @Test
  void masterOfAnotherClusterIsRefused() throws IOException {
    BeamSettings elsewhere = FLINK.withOptions(Map.of("flinkMaster", "localhost:8081"));

    assertThatThrownBy(() -> BeamRun.prepare(elsewhere, "any"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--beam.flinkMaster")
        .hasMessageContaining("--runner flink");
    assertThat(folder).isEmptyDirectory();
  }

  private SudokuDatasetSettings settings(List<String> rows, int numAug) throws IOException {
    Path raw = RawSudoku.write(folder.resolve("train.csv"), rows);
    return SudokuDatasetSettings.into(folder.resolve("out"))
        .train(List.of(raw.toString()))
        .numAug(numAug)
        .shards(2)
        .build();
  }
}
