package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.pipelines.dataset.DatasetOutput;
import org.tinyrecursive.pipelines.dataset.MazeDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.MazeDatasetSettings;
import org.tinyrecursive.pipelines.dataset.RawFiles;
import org.tinyrecursive.pipelines.dataset.RawMaze;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.score.MazeScorePipeline;
import org.tinyrecursive.pipelines.score.MazeScoreSettings;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.maze.MazeShape;

/** The pipelines of mazes, with small input. */
final class MazeCases {
  private static final MazeShape SHAPE = new MazeShape(7, 7);

  private final RawFiles files;
  private final Path dataset;
  private final Path checkpoint;
  private final Path predictions;

  /** Prepares what the pipelines read, in a folder that exists. */
  MazeCases(Path folder) throws IOException {
    files =
        new RawFiles(
            List.of(RawMaze.write(folder.resolve("train.csv"), SHAPE, 0, 20).toString()),
            List.of(RawMaze.write(folder.resolve("test.csv"), SHAPE, 20, 6).toString()));
    dataset = folder.resolve("dataset");
    build(BeamSettings.direct(), dataset);
    checkpoint = UntrainedCheckpoint.write(folder.resolve("checkpoints"), dataset);
    predictions = folder.resolve("predictions");
    predict(BeamSettings.direct(), predictions);
  }

  List<PipelineCase> all() {
    return List.of(
        new PipelineCase("dataset maze", MazeDatasetPipeline.class, this::build),
        new PipelineCase("predict maze", PuzzlePredictPipeline.class, this::predict),
        new PipelineCase("score maze", MazeScorePipeline.class, this::score));
  }

  private String build(BeamSettings beam, Path output) {
    MazeDatasetSettings settings =
        new MazeDatasetSettings(
            files,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(15),
            OptionalInt.empty(),
            MazeCopies.DIHEDRAL,
            0,
            new DatasetOutput(output, 0, 3, Compression.ZSTD, 0));
    return MazeDatasetPipeline.run(settings, beam, RunCounters.IGNORED).manifest().sha256();
  }

  private String predict(BeamSettings beam, Path output) throws IOException {
    PuzzlePredictPipeline.run(
        PuzzlePredictSettings.of(PuzzleTask.MAZE, checkpoint, dataset, output).withSizes(4, 4),
        beam,
        examples -> RunCounters.IGNORED);
    return Digest.of(output);
  }

  private String score(BeamSettings beam, Path output) {
    MazeScoreSettings settings = MazeScoreSettings.of(predictions.toString(), dataset.toString());
    return MazeScorePipeline.run(settings, beam, RunCounters.IGNORED).toString();
  }
}
