package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettings;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * Files of ARC tasks to both splits of a dataset.
 *
 * @param prefix of the files of all subsets, local; every task good, solutions beside them
 * @param subsets to read
 * @param testSet whose test pairs make the test split
 * @param numAug augmentations of every task
 * @param shards files of a split
 * @param seed of everything random
 */
public record ArcWork(
    String prefix, List<String> subsets, String testSet, int numAug, int shards, long seed)
    implements DatasetWork {

  /** The published ARC-AGI-1 data set. */
  public static ArcWork ofArcAgi1(String prefix, int numAug, int shards, long seed) {
    return new ArcWork(
        prefix, List.of("training", "evaluation", "concept"), "evaluation", numAug, shards, seed);
  }

  @Override
  public DatasetManifest build(Path outputDir, BeamSettings beam) {
    ArcDatasetSettings settings =
        ArcDatasetSettings.into(outputDir)
            .inputFilePrefix(prefix)
            .subsets(subsets)
            .testSetName(testSet)
            .numAug(numAug)
            .shards(shards)
            .seed(seed)
            .build();
    return ArcDatasetPipeline.run(settings, beam, RunCounters.IGNORED).manifest();
  }

  @Override
  public long loop(Path outputDir) throws IOException {
    return new ArcLoop(prefix, seed, numAug).write(subsets, testSet, outputDir);
  }
}
