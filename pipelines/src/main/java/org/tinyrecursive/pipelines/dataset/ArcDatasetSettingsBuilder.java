package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/** Settings of an ARC dataset, each with its default until it is set. */
public final class ArcDatasetSettingsBuilder {
  /** Files per split where nothing else is said. */
  public static final int DEFAULT_SHARDS = 32;

  private final String outputDir;
  private ExistingDataset ifThere = ExistingDataset.SAME_RECIPE;
  private String inputFilePrefix = "";
  private List<String> subsets = List.of();
  private String testSetName = "";
  private int numAug;
  private int canvas = ArcCanvas.SIDE;
  private long seed;
  private int shards = DEFAULT_SHARDS;
  private Compression compression = Compression.ZSTD;
  private long maxRejects;
  private ArcDatasetSettings.Versions versions = ArcDatasetSettings.Versions.ONE;
  private OnLeakage onLeakage = OnLeakage.REPORT;

  ArcDatasetSettingsBuilder(String outputDir) {
    this.outputDir = outputDir;
  }

  /** Where the subsets are, see {@link org.tinyrecursive.transforms.beam.ArcSources}. */
  public ArcDatasetSettingsBuilder inputFilePrefix(String prefix) {
    this.inputFilePrefix = prefix;
    return this;
  }

  /** Subsets to read. */
  public ArcDatasetSettingsBuilder subsets(List<String> names) {
    this.subsets = names;
    return this;
  }

  /** The subset whose test pairs make the test split. */
  public ArcDatasetSettingsBuilder testSetName(String name) {
    this.testSetName = name;
    return this;
  }

  /** Augmentations of every task besides the original; 0 by default. */
  public ArcDatasetSettingsBuilder numAug(int augmentations) {
    this.numAug = augmentations;
    return this;
  }

  /** Rows and columns of the canvas; 30 by default, as published. */
  public ArcDatasetSettingsBuilder canvas(int side) {
    this.canvas = side;
    return this;
  }

  /** Seed of all that is random; 0 by default. */
  public ArcDatasetSettingsBuilder seed(long value) {
    this.seed = value;
    return this;
  }

  /** Files per split at most. */
  public ArcDatasetSettingsBuilder shards(int files) {
    this.shards = files;
    return this;
  }

  /** Compression of the shards; ZSTD by default. */
  public ArcDatasetSettingsBuilder compression(Compression codec) {
    this.compression = codec;
    return this;
  }

  /** Tasks that may be refused; none by default. */
  public ArcDatasetSettingsBuilder maxRejects(long tasks) {
    this.maxRejects = tasks;
    return this;
  }

  /** Whether ARC-AGI-1 and ARC-AGI-2 may be mixed; not by default. */
  public ArcDatasetSettingsBuilder versions(ArcDatasetSettings.Versions choice) {
    this.versions = choice;
    return this;
  }

  /** What to do where training holds what is tested; to report it by default. */
  public ArcDatasetSettingsBuilder onLeakage(OnLeakage choice) {
    this.onLeakage = choice;
    return this;
  }

  /** What becomes of a dataset that is there already; only one of the same recipe is kept. */
  public ArcDatasetSettingsBuilder ifThere(ExistingDataset existing) {
    this.ifThere = existing;
    return this;
  }

  /** The settings, checked. */
  public ArcDatasetSettings build() {
    return new ArcDatasetSettings(
        inputFilePrefix,
        subsets,
        testSetName,
        numAug,
        canvas,
        outputDir,
        ifThere,
        seed,
        shards,
        compression,
        maxRejects,
        versions,
        onLeakage);
  }
}
