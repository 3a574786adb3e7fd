package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.RowSelection;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * What a Sudoku dataset is built from, and how.
 *
 * @param train raw files of the train split: local paths or URIs
 * @param test raw files of the test split
 * @param subsampleSize train puzzles to keep; empty: all
 * @param testSubsampleSize test puzzles to keep; empty: all
 * @param numAug symmetric copies of every train puzzle besides the original
 * @param minDifficulty smallest rating to keep, in both splits
 * @param testClues numbers of clues of further, easier variants of every test puzzle
 * @param outputDir the dataset's directory, a local path or {@code gs://bucket/folder}
 * @param ifThere what becomes of a dataset that is there already
 * @param seed of the sample, the order and the copies
 * @param shards files per split at most
 * @param compression of the shards
 * @param maxRejects rows that may be refused
 * @param onLeakage what to do where training holds what is tested
 */
public record SudokuDatasetSettings(
    List<String> train,
    List<String> test,
    OptionalInt subsampleSize,
    OptionalInt testSubsampleSize,
    int numAug,
    int minDifficulty,
    List<Integer> testClues,
    String outputDir,
    ExistingDataset ifThere,
    long seed,
    int shards,
    Compression compression,
    long maxRejects,
    OnLeakage onLeakage) {
  static final String TRAIN = RawFiles.TRAIN;
  static final String TEST = RawFiles.TEST;

  private static final int MAX_SHARDS = 10_000;
  private static final int MAX_NUM_AUG = 10_000_000;
  private static final int MAX_CLUES = 256;

  /** Rejects of one file that are kept with their text where more than that end the build. */
  private static final long STORED_REJECTS = 100_000;

  /** Checks every value; an error names the option, its value and what is allowed. */
  public SudokuDatasetSettings {
    RawFiles files = new RawFiles(train, test);
    train = files.train();
    test = files.test();
    testClues = testClues.stream().distinct().sorted().toList();
    subsampleSize.ifPresent(
        size -> OptionRange.check("--subsample-size", size, 1, Integer.MAX_VALUE));
    testSubsampleSize.ifPresent(
        size -> OptionRange.check("--test-subsample-size", size, 1, Integer.MAX_VALUE));
    OptionRange.check("--num-aug", numAug, 0, MAX_NUM_AUG);
    OptionRange.check("--min-difficulty", minDifficulty, 0, Integer.MAX_VALUE);
    testClues.forEach(clues -> OptionRange.check("--test-clues", clues, 1, MAX_CLUES));
    OptionRange.check("--shards", shards, 1, MAX_SHARDS);
    OptionRange.check("--max-rejects", maxRejects, 0, Long.MAX_VALUE);
  }

  /** Starts from the defaults. */
  public static SudokuDatasetSettingsBuilder into(Path outputDir) {
    return into(outputDir.toString());
  }

  /** Starts from the defaults; {@code outputDir} may be {@code gs://bucket/folder}. */
  public static SudokuDatasetSettingsBuilder into(String outputDir) {
    return new SudokuDatasetSettingsBuilder(outputDir);
  }

  /** Starts from the defaults of the task, with all that is said of the output. */
  public static SudokuDatasetSettingsBuilder into(DatasetOutput output) {
    return into(output.directory())
        .ifThere(output.ifThere())
        .seed(output.seed())
        .shards(output.shards())
        .compression(output.compression())
        .maxRejects(output.maxRejects());
  }

  /** All raw files, train first, numbered. */
  List<RawSource> sources() {
    return new RawFiles(train, test).sources();
  }

  /** Which rows of the train files are wanted. */
  RowSelection trainSelection() {
    return selection(subsampleSize);
  }

  /** Which rows of the test files are wanted. */
  RowSelection testSelection() {
    return selection(testSubsampleSize);
  }

  /**
   * What the manifest says of these settings: all that decides the dataset's content. Not the
   * number of workers, nor where files lie.
   */
  LinkedHashMap<String, Object> recipe() {
    LinkedHashMap<String, Object> recipe = new LinkedHashMap<>();
    subsampleSize.ifPresent(size -> recipe.put("subsample_size", size));
    testSubsampleSize.ifPresent(size -> recipe.put("test_subsample_size", size));
    recipe.put("num_aug", numAug);
    recipe.put("min_difficulty", minDifficulty);
    if (!testClues.isEmpty()) {
      recipe.put("test_clues", testClues);
    }
    recipe.put("shards", shards);
    return recipe;
  }

  private RowSelection selection(OptionalInt size) {
    return new RowSelection(
        seed, size.orElse(RowSelection.ALL), minDifficulty, Math.max(maxRejects, STORED_REJECTS));
  }
}
