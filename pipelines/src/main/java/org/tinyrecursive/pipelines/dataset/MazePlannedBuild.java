package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.MazeFormat;
import org.tinyrecursive.transforms.maze.MazeShape;

/**
 * A maze dataset that is to be planned.
 *
 * @param settings of the whole
 * @param beam how parts are run
 */
public record MazePlannedBuild(MazeDatasetSettings settings, BeamSettings beam)
    implements PlannedBuild {
  @Override
  public SortedMap<String, Size> sizes() {
    MazeFormat format =
        MazeFormat.find(settings.files().sources(), settings.rows(), settings.columns());
    MazeShape shape = format.shape();
    TreeMap<String, Size> sizes = new TreeMap<>();
    new GroupCount(format, settings.minDifficulty())
        .count(settings.files().sources(), settings.subsampleSize(), settings.testSubsampleSize())
        .forEach(
            (split, mazes) ->
                sizes.put(
                    split,
                    new Size(
                        mazes, (double) mazes * settings.copies(split).symmetries(shape).size())));
    return sizes;
  }

  @Override
  public DatasetBuildResult build(Map<String, Long> sizes, Path directory) {
    DatasetOutput output = settings.output();
    return MazeDatasetPipeline.run(
        new MazeDatasetSettings(
            settings.files(),
            settings.rows(),
            settings.columns(),
            of(sizes, RawFiles.TRAIN),
            of(sizes, RawFiles.TEST),
            settings.copies(),
            settings.minDifficulty(),
            new DatasetOutput(
                directory,
                output.seed(),
                output.shards(),
                output.compression(),
                output.maxRejects())),
        beam,
        RunCounters.IGNORED);
  }

  private static OptionalInt of(Map<String, Long> sizes, String split) {
    return sizes.containsKey(split)
        ? OptionalInt.of(Math.toIntExact(sizes.get(split)))
        : OptionalInt.empty();
  }
}
