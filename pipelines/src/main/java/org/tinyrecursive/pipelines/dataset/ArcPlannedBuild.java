package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.ArcSources;
import org.tinyrecursive.transforms.beam.BuildCounters;

/**
 * An ARC dataset that is to be planned. Tasks differ much in size, so a part has all of them, with
 * fewer augmentations of each.
 *
 * @param settings of the whole
 * @param beam how parts are run
 */
public record ArcPlannedBuild(ArcDatasetSettings settings, BeamSettings beam)
    implements PlannedBuild {
  @Override
  public SortedMap<String, Long> sizes() {
    long puzzlesPerTask = 1L + settings.numAug();
    return new TreeMap<>(
        Map.of(ArcDatasetSettings.TRAIN, puzzlesPerTask, ArcDatasetSettings.TEST, puzzlesPerTask));
  }

  @Override
  public Optional<Map<String, SplitCount>> counts() throws IOException {
    // So that files of every file system can be listed and read.
    BeamRun.prepare(beam, BuildCounters.NAMESPACE);
    return Optional.of(
        new ArcCounts(settings)
            .of(
                ArcSources.find(
                    settings.inputFilePrefix(), settings.subsets(), settings.testSetName())));
  }

  @Override
  public DatasetBuildResult build(Map<String, Long> sizes, Path directory) {
    return ArcDatasetPipeline.run(
        new ArcDatasetSettings(
            settings.inputFilePrefix(),
            settings.subsets(),
            settings.testSetName(),
            Math.toIntExact(sizes.get(ArcDatasetSettings.TRAIN) - 1),
            settings.canvas(),
            directory.toString(),
            ExistingDataset.SAME_RECIPE,
            settings.seed(),
            settings.shards(),
            settings.compression(),
            settings.maxRejects(),
            settings.versions(),
            settings.onLeakage()),
        beam,
        RunCounters.IGNORED);
  }
}
