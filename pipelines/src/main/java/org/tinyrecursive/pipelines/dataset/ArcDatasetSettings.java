package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcVersion;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * What an ARC dataset is built from, and how.
 *
 * @param inputFilePrefix of the files or folders of all subsets: a local path or a URI
 * @param subsets to read, in order
 * @param testSetName the subset whose test pairs make the test split
 * @param numAug augmentations of every task besides the original
 * @param canvas rows and columns of the square on which grids are drawn, 30 as published
 * @param outputDir the dataset's directory, a local path or {@code gs://bucket/folder}
 * @param ifThere what becomes of a dataset that is there already
 * @param seed of the order, the augmentations and the places on the canvas
 * @param shards files per split at most
 * @param compression of the shards
 * @param maxRejects tasks that may be refused
 * @param versions whether ARC-AGI-1 and ARC-AGI-2 may be mixed
 * @param onLeakage what to do where training holds what is tested
 */
public record ArcDatasetSettings(
    String inputFilePrefix,
    List<String> subsets,
    String testSetName,
    int numAug,
    int canvas,
    String outputDir,
    ExistingDataset ifThere,
    long seed,
    int shards,
    Compression compression,
    long maxRejects,
    Versions versions,
    OnLeakage onLeakage) {
  static final String TRAIN = "train";
  static final String TEST = "test";

  private static final int MAX_SHARDS = 10_000;
  private static final int MAX_NUM_AUG = 1_000_000;

  /** Whether the versions of the benchmark may be mixed. */
  public enum Versions {
    /** No: tasks of one's training are the other's evaluation. */
    ONE,
    /** Yes. */
    MIXED
  }

  /** Checks every value; an error names the option, its value and what is allowed. */
  public ArcDatasetSettings {
    subsets = List.copyOf(new LinkedHashSet<>(subsets));
    if (subsets.isEmpty()) {
      throw new InputRefusedException(
          "--subsets names none; name at least one, such as training,evaluation,concept");
    }
    if (!subsets.contains(testSetName)) {
      throw new InputRefusedException(
          "--test-set-name is \"%s\", allowed: one of --subsets: %s"
              .formatted(testSetName, String.join(", ", subsets)));
    }
    check("--num-aug", numAug, 0, MAX_NUM_AUG);
    check("--canvas", canvas, 1, ArcCanvas.SIDE);
    check("--shards", shards, 1, MAX_SHARDS);
    check("--max-rejects", maxRejects, 0, Long.MAX_VALUE);
    if (versions == Versions.ONE) {
      refuseMixture(subsets);
    }
  }

  /** Starts from the defaults. */
  public static ArcDatasetSettingsBuilder into(Path outputDir) {
    return into(outputDir.toString());
  }

  /** Starts from the defaults; {@code outputDir} may be {@code gs://bucket/folder}. */
  public static ArcDatasetSettingsBuilder into(String outputDir) {
    return new ArcDatasetSettingsBuilder(outputDir);
  }

  /** Starts from the defaults of the task, with all that is said of the output. */
  public static ArcDatasetSettingsBuilder into(DatasetOutput output) {
    return into(output.directory())
        .ifThere(output.ifThere())
        .seed(output.seed())
        .shards(output.shards())
        .compression(output.compression())
        .maxRejects(output.maxRejects());
  }

  /**
   * What the manifest says of these settings: all that decides the dataset's content. Not the
   * number of workers, nor where files lie.
   */
  LinkedHashMap<String, Object> recipe() {
    LinkedHashMap<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("subsets", subsets);
    recipe.put("test_set_name", testSetName);
    recipe.put("num_aug", numAug);
    if (canvas != ArcCanvas.SIDE) {
      recipe.put("canvas", canvas);
    }
    recipe.put("shards", shards);
    return recipe;
  }

  private static void refuseMixture(List<String> subsets) {
    TreeMap<ArcVersion, Set<String>> found = new TreeMap<>();
    for (String subset : subsets) {
      ArcVersion.ofSubset(subset)
          .ifPresent(
              version -> found.computeIfAbsent(version, none -> new LinkedHashSet<>()).add(subset));
    }
    if (found.size() > 1) {
      throw new InputRefusedException(
          "--subsets mixes %s (%s) and %s (%s): training tasks of the second are evaluation tasks of the first; leave one out, or give --allow-mixed-versions if that is meant"
              .formatted(
                  found.firstKey(),
                  String.join(", ", found.firstEntry().getValue()),
                  found.lastKey(),
                  String.join(", ", found.lastEntry().getValue())));
    }
  }

  private static void check(String option, long value, long low, long high) {
    if (value < low || value > high) {
      throw new InputRefusedException(
          "%s is %d, allowed: %s"
              .formatted(
                  option,
                  value,
                  high == Long.MAX_VALUE
                      ? "%,d and above".formatted(low)
                      : "%,d to %,d".formatted(low, high)));
    }
  }
}
