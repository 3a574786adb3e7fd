package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.SudokuFormat;

/**
 * A Sudoku dataset that is to be planned.
 *
 * @param settings of the whole
 * @param beam how parts are run
 */
public record SudokuPlannedBuild(SudokuDatasetSettings settings, BeamSettings beam)
    implements PlannedBuild {
  @Override
  public SortedMap<String, Long> sizes() {
    SudokuFormat format =
        SudokuFormat.find(settings.sources())
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        "no row of the raw files is a solved Sudoku; `trm dataset sudoku` with the"
                            + " same options says why"));
    return new GroupCount(format, settings.minDifficulty())
        .count(settings.sources(), settings.subsampleSize(), settings.testSubsampleSize());
  }

  @Override
  public DatasetBuildResult build(Map<String, Long> sizes, Path directory) {
    SudokuDatasetSettingsBuilder part =
        SudokuDatasetSettings.into(directory)
            .train(settings.train())
            .test(settings.test())
            .numAug(settings.numAug())
            .minDifficulty(settings.minDifficulty())
            .testClues(settings.testClues())
            .seed(settings.seed())
            .shards(settings.shards())
            .compression(settings.compression())
            .maxRejects(settings.maxRejects());
    sizes.forEach(
        (split, size) -> {
          if (split.equals(RawFiles.TRAIN)) {
            part.subsampleSize(Math.toIntExact(size));
          } else {
            part.testSubsampleSize(Math.toIntExact(size));
          }
        });
    return SudokuDatasetPipeline.run(part.build(), beam, RunCounters.IGNORED);
  }
}
