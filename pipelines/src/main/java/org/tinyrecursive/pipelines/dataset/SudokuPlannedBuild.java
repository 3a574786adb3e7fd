package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.SudokuFormat;

/**
 * A Sudoku dataset that is to be planned. A part has some of the raw puzzles, or, of a train split
 * with many copies, all puzzles with fewer copies of each: so shards are as many and as even as
 * those of the whole, also where puzzles are few.
 *
 * @param settings of the whole
 * @param beam how parts are run
 */
public record SudokuPlannedBuild(SudokuDatasetSettings settings, BeamSettings beam)
    implements PlannedBuild {
  private static final int MANY_COPIES = 100;

  @Override
  public SortedMap<String, Size> sizes() {
    SudokuFormat format =
        SudokuFormat.find(settings.sources())
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        "no row of the raw files is a solved Sudoku; `trm dataset sudoku` with the"
                            + " same options says why"));
    TreeMap<String, Size> sizes = new TreeMap<>();
    new GroupCount(format, settings.minDifficulty())
        .count(settings.sources(), settings.subsampleSize(), settings.testSubsampleSize())
        .forEach(
            (split, puzzles) ->
                sizes.put(
                    split, split.equals(RawFiles.TRAIN) ? trainSize(puzzles) : testSize(puzzles)));
    return sizes;
  }

  private Size trainSize(long puzzles) {
    long copies = 1L + settings.numAug();
    return new Size(isCutByCopies() ? copies : puzzles, (double) puzzles * copies);
  }

  private boolean isCutByCopies() {
    return settings.numAug() >= MANY_COPIES;
  }

  private Size testSize(long puzzles) {
    return new Size(puzzles, (double) puzzles * (1 + settings.testClues().size()));
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
    settings.subsampleSize().ifPresent(part::subsampleSize);
    sizes.forEach(
        (split, size) -> {
          int units = Math.toIntExact(size);
          if (!split.equals(RawFiles.TRAIN)) {
            part.testSubsampleSize(units);
          } else if (isCutByCopies()) {
            part.numAug(units - 1);
          } else {
            part.subsampleSize(units);
          }
        });
    return SudokuDatasetPipeline.run(part.build(), beam, RunCounters.IGNORED);
  }
}
