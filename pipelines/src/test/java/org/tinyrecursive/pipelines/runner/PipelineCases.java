package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tinyrecursive.pipelines.dataset.RawSudoku;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.score.SudokuScorePipeline;
import org.tinyrecursive.pipelines.score.SudokuScoreSettings;

/** Every pipeline of the project, with small input. */
final class PipelineCases {
  private final Path train;
  private final Path test;
  private final Path dataset;
  private final Path checkpoint;
  private final Path predictions;
  private final ArcCases arc;
  private final MazeCases maze;
  private final RnaCases rna;

  /** Prepares what the pipelines read. */
  PipelineCases(Path folder) throws IOException {
    train = RawSudoku.write(folder.resolve("train.csv"), RawSudoku.rows(4, 40, 1));
    test = RawSudoku.write(folder.resolve("test.csv"), RawSudoku.rows(4, 70, 2));
    dataset = folder.resolve("dataset");
    buildDataset(BeamSettings.direct(), dataset);
    checkpoint = UntrainedCheckpoint.write(folder.resolve("checkpoints"), dataset);
    predictions = folder.resolve("predictions");
    predict(BeamSettings.direct(), predictions);
    arc = new ArcCases(Files.createDirectory(folder.resolve("arc")));
    maze = new MazeCases(Files.createDirectory(folder.resolve("maze")));
    rna = new RnaCases(Files.createDirectory(folder.resolve("rna")));
  }

  List<PipelineCase> all() {
    List<PipelineCase> sudoku =
        List.of(
            new PipelineCase("dataset sudoku", SudokuDatasetPipeline.class, this::buildDataset),
            new PipelineCase("predict sudoku", PuzzlePredictPipeline.class, this::predict),
            new PipelineCase("score sudoku", SudokuScorePipeline.class, this::score));
    return Stream.of(sudoku, arc.all(), maze.all(), rna.all()).flatMap(List::stream).toList();
  }

  private String buildDataset(BeamSettings beam, Path output) {
    SudokuDatasetSettings settings =
        SudokuDatasetSettings.into(output)
            .train(List.of(train.toString()))
            .test(List.of(test.toString()))
            .numAug(5)
            .subsampleSize(30)
            .testClues(List.of(12))
            .shards(3)
            .build();
    return SudokuDatasetPipeline.run(settings, beam, RunCounters.IGNORED).manifest().sha256();
  }

  private String predict(BeamSettings beam, Path output) throws IOException {
    PuzzlePredictPipeline.run(
        PuzzlePredictSettings.of(PuzzleTask.SUDOKU, checkpoint, dataset, output).withSizes(16, 16),
        beam,
        examples -> RunCounters.IGNORED);
    return Digest.of(output);
  }

  private String score(BeamSettings beam, Path output) {
    SudokuScoreSettings settings =
        SudokuScoreSettings.of(predictions.toString()).withAnswers(dataset.toString());
    return SudokuScorePipeline.run(settings, beam, RunCounters.IGNORED).toString();
  }
}
