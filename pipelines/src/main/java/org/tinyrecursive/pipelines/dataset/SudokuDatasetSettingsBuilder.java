package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/** Settings of a Sudoku dataset, each with its default until it is set. */
public final class SudokuDatasetSettingsBuilder {
  /** Files per split where nothing else is said. */
  public static final int DEFAULT_SHARDS = 8;

  private final String outputDir;
  private ExistingDataset ifThere = ExistingDataset.SAME_RECIPE;
  private List<String> train = List.of();
  private List<String> test = List.of();
  private OptionalInt subsampleSize = OptionalInt.empty();
  private OptionalInt testSubsampleSize = OptionalInt.empty();
  private int numAug;
  private int minDifficulty;
  private List<Integer> testClues = List.of();
  private long seed;
  private int shards = DEFAULT_SHARDS;
  private Compression compression = Compression.ZSTD;
  private long maxRejects;
  private OnLeakage onLeakage = OnLeakage.REPORT;

  SudokuDatasetSettingsBuilder(String outputDir) {
    this.outputDir = outputDir;
  }

  /** Raw files of the train split; none by default. */
  public SudokuDatasetSettingsBuilder train(List<String> files) {
    this.train = files;
    return this;
  }

  /** Raw files of the test split; none by default. */
  public SudokuDatasetSettingsBuilder test(List<String> files) {
    this.test = files;
    return this;
  }

  /** Train puzzles to keep; all by default. */
  public SudokuDatasetSettingsBuilder subsampleSize(int puzzles) {
    this.subsampleSize = OptionalInt.of(puzzles);
    return this;
  }

  /** Test puzzles to keep; all by default. */
  public SudokuDatasetSettingsBuilder testSubsampleSize(int puzzles) {
    this.testSubsampleSize = OptionalInt.of(puzzles);
    return this;
  }

  /** Symmetric copies of every train puzzle; 0 by default. */
  public SudokuDatasetSettingsBuilder numAug(int copies) {
    this.numAug = copies;
    return this;
  }

  /** Smallest rating to keep; 0 by default. */
  public SudokuDatasetSettingsBuilder minDifficulty(int rating) {
    this.minDifficulty = rating;
    return this;
  }

  /** Numbers of clues of further test variants; none by default. */
  public SudokuDatasetSettingsBuilder testClues(List<Integer> clues) {
    this.testClues = clues;
    return this;
  }

  /** Seed of everything random; 0 by default. */
  public SudokuDatasetSettingsBuilder seed(long newSeed) {
    this.seed = newSeed;
    return this;
  }

  /** Files per split at most; {@link #DEFAULT_SHARDS} by default. */
  public SudokuDatasetSettingsBuilder shards(int files) {
    this.shards = files;
    return this;
  }

  /** Compression of the shards; ZSTD by default. */
  public SudokuDatasetSettingsBuilder compression(Compression kind) {
    this.compression = kind;
    return this;
  }

  /** What becomes of a dataset that is there already; only one of the same recipe is kept. */
  public SudokuDatasetSettingsBuilder ifThere(ExistingDataset existing) {
    this.ifThere = existing;
    return this;
  }

  /** Rows that may be refused; 0 by default. */
  public SudokuDatasetSettingsBuilder maxRejects(long rows) {
    this.maxRejects = rows;
    return this;
  }

  /** What to do where training holds what is tested; a report by default. */
  public SudokuDatasetSettingsBuilder onLeakage(OnLeakage choice) {
    this.onLeakage = choice;
    return this;
  }

  /**
   * The settings, checked.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a value is out of its range
   */
  public SudokuDatasetSettings build() {
    return new SudokuDatasetSettings(
        train,
        test,
        subsampleSize,
        testSubsampleSize,
        numAug,
        minDifficulty,
        testClues,
        outputDir,
        ifThere,
        seed,
        shards,
        compression,
        maxRejects,
        onLeakage);
  }
}
