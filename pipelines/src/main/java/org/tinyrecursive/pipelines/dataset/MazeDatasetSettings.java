package org.tinyrecursive.pipelines.dataset;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.beam.RowSelection;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * What a maze dataset is built from, and how.
 *
 * @param files raw files of both splits
 * @param rows of every maze; empty: see {@link org.tinyrecursive.transforms.maze.MazeShape#ofCells}
 * @param columns of every maze; empty: likewise
 * @param subsampleSize train mazes to keep; empty: all
 * @param testSubsampleSize test mazes to keep; empty: all
 * @param copies which copies of every train maze are made
 * @param minDifficulty smallest rating to keep, in both splits
 * @param onLeakage what to do where training holds what is tested
 * @param output where the dataset goes
 */
public record MazeDatasetSettings(
    RawFiles files,
    OptionalInt rows,
    OptionalInt columns,
    OptionalInt subsampleSize,
    OptionalInt testSubsampleSize,
    MazeCopies copies,
    int minDifficulty,
    OnLeakage onLeakage,
    DatasetOutput output) {
  /** Rejects of one file that are kept with their text where more than that end the build. */
  private static final long STORED_REJECTS = 100_000;

  /**
   * @throws org.tinyrecursive.transforms.InputRefusedException if a value is out of its range
   */
  public MazeDatasetSettings {
    subsampleSize.ifPresent(
        size -> OptionRange.check("--subsample-size", size, 1, Integer.MAX_VALUE));
    testSubsampleSize.ifPresent(
        size -> OptionRange.check("--test-subsample-size", size, 1, Integer.MAX_VALUE));
    OptionRange.check("--min-difficulty", minDifficulty, 0, Integer.MAX_VALUE);
  }

  /** Settings that report leakage. */
  public MazeDatasetSettings(
      RawFiles files,
      OptionalInt rows,
      OptionalInt columns,
      OptionalInt subsampleSize,
      OptionalInt testSubsampleSize,
      MazeCopies copies,
      int minDifficulty,
      DatasetOutput output) {
    this(
        files,
        rows,
        columns,
        subsampleSize,
        testSubsampleSize,
        copies,
        minDifficulty,
        OnLeakage.REPORT,
        output);
  }

  /** Which rows of a split's files are wanted. */
  RowSelection selection(String split) {
    OptionalInt size = split.equals(RawFiles.TRAIN) ? subsampleSize : testSubsampleSize;
    return new RowSelection(
        output.seed(),
        size.orElse(RowSelection.ALL),
        minDifficulty,
        Math.max(output.maxRejects(), STORED_REJECTS));
  }

  /** Which copies are made in a split: none of what is evaluated. */
  MazeCopies copies(String split) {
    return split.equals(RawFiles.TRAIN) ? copies : MazeCopies.ORIGINAL;
  }

  /** What the manifest says of these settings: all that decides the dataset's content. */
  LinkedHashMap<String, Object> recipe() {
    LinkedHashMap<String, Object> recipe = new LinkedHashMap<>();
    subsampleSize.ifPresent(size -> recipe.put("subsample_size", size));
    testSubsampleSize.ifPresent(size -> recipe.put("test_subsample_size", size));
    recipe.put("copies", copies.name().toLowerCase(Locale.ROOT));
    recipe.put("min_difficulty", minDifficulty);
    recipe.put("shards", output.shards());
    return recipe;
  }
}
