package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.pipelines.dataset.DatasetOutput;
import org.tinyrecursive.pipelines.dataset.MazeDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.MazeDatasetSettings;
import org.tinyrecursive.pipelines.dataset.RawFiles;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.beam.MazeFormat;
import org.tinyrecursive.transforms.beam.MazeGroups;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A raw maze file to the train split of a dataset, every maze under all its symmetries.
 *
 * @param file raw, plain or .gz, local; square mazes, every row good
 * @param shards files of the split
 * @param seed of the order
 */
public record MazeWork(Path file, int shards, long seed) implements DatasetWork {
  @Override
  public DatasetManifest build(Path outputDir, BeamSettings beam) {
    MazeDatasetSettings settings =
        new MazeDatasetSettings(
            new RawFiles(List.of(file.toString()), List.of()),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            MazeCopies.DIHEDRAL,
            0,
            new DatasetOutput(outputDir, seed, shards, Compression.ZSTD, 0));
    return MazeDatasetPipeline.run(settings, beam, RunCounters.IGNORED).manifest();
  }

  @Override
  public long loop(Path outputDir) throws IOException {
    MazeFormat format =
        MazeFormat.find(
            List.of(new RawSource(file.toString(), "train", 0)),
            OptionalInt.empty(),
            OptionalInt.empty());
    return new RowLoop(format, new MazeGroups(format, seed, MazeCopies.DIHEDRAL))
        .write(file, outputDir.resolve("train.arrow"));
  }
}
