package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.ArcSource;
import org.tinyrecursive.transforms.beam.ArcSources;

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
  public SortedMap<String, Size> sizes() throws IOException {
    long puzzlesPerTask = 1L + settings.numAug();
    TreeMap<String, Size> sizes = new TreeMap<>();
    arcCounts()
        .ofOriginals(arcSources())
        .forEach(
            (split, count) ->
                sizes.put(
                    split, new Size(puzzlesPerTask, (double) puzzlesPerTask * count.examples())));
    return sizes;
  }

  @Override
  public Optional<Map<String, SplitCount>> counts() throws IOException {
    return Optional.of(arcCounts().ofAll(arcSources()));
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

  private ArcCounts arcCounts() {
    return new ArcCounts(settings);
  }

  private List<ArcSource> arcSources() {
    return ArcSources.find(settings.inputFilePrefix(), settings.subsets(), settings.testSetName());
  }
}
