package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.RowSelection;
import org.tinyrecursive.transforms.dataset.Compression;

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
 * @param outputDir the dataset's directory; must not exist, or be empty
 * @param seed of the sample, the order and the copies
 * @param shards files per split at most
 * @param compression of the shards
 * @param maxRejects rows that may be refused
 */
public record SudokuDatasetSettings(
    List<String> train,
    List<String> test,
    OptionalInt subsampleSize,
    OptionalInt testSubsampleSize,
    int numAug,
    int minDifficulty,
    List<Integer> testClues,
    Path outputDir,
    long seed,
    int shards,
    Compression compression,
    long maxRejects) {
  static final String TRAIN = "train";
  static final String TEST = "test";

  private static final int MAX_SHARDS = 10_000;
  private static final int MAX_NUM_AUG = 10_000_000;
  private static final int MAX_CLUES = 256;

  /** Rejects of one file that are kept with their text where more than that end the build. */
  private static final long STORED_REJECTS = 100_000;

  /** Checks every value; an error names the option, its value and what is allowed. */
  public SudokuDatasetSettings {
    train = List.copyOf(train);
    test = List.copyOf(test);
    testClues = testClues.stream().distinct().sorted().toList();
    if (train.isEmpty() && test.isEmpty()) {
      throw new InputRefusedException("no input: name at least one file with --train or --test");
    }
    checkDistinct(train, test);
    subsampleSize.ifPresent(size -> check("--subsample-size", size, 1, Integer.MAX_VALUE));
    testSubsampleSize.ifPresent(size -> check("--test-subsample-size", size, 1, Integer.MAX_VALUE));
    check("--num-aug", numAug, 0, MAX_NUM_AUG);
    check("--min-difficulty", minDifficulty, 0, Integer.MAX_VALUE);
    testClues.forEach(clues -> check("--test-clues", clues, 1, MAX_CLUES));
    check("--shards", shards, 1, MAX_SHARDS);
    check("--max-rejects", maxRejects, 0, Long.MAX_VALUE);
  }

  /** Starts from the defaults. */
  public static SudokuDatasetSettingsBuilder into(Path outputDir) {
    return new SudokuDatasetSettingsBuilder(outputDir);
  }

  /** All raw files, train first, numbered. */
  List<RawSource> sources() {
    List<RawSource> sources = new ArrayList<>();
    train.forEach(spec -> sources.add(new RawSource(spec, TRAIN, sources.size())));
    test.forEach(spec -> sources.add(new RawSource(spec, TEST, sources.size())));
    return sources;
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

  private static void check(String option, long value, long low, long high) {
    if (value < low || value > high) {
      String allowed =
          high >= Integer.MAX_VALUE
              ? "%,d and above".formatted(low)
              : "%,d to %,d".formatted(low, high);
      throw new InputRefusedException("%s is %d, allowed: %s".formatted(option, value, allowed));
    }
  }

  private static void checkDistinct(List<String> train, List<String> test) {
    Set<String> seen = new HashSet<>();
    for (List<String> files : List.of(train, test)) {
      for (String file : files) {
        if (!seen.add(file)) {
          throw new InputRefusedException(
              file + " is named twice; every file belongs to one split, once");
        }
      }
    }
  }
}
