package org.tinyrecursive.workflows.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.modeltf.train.Trainer;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuSamples;
import org.tinyrecursive.transforms.sudoku.SudokuShape;
import org.tinyrecursive.workflows.recipe.Assignment;
import org.tinyrecursive.workflows.recipe.RecipeLoader;
import org.tinyrecursive.workflows.sample.SudokuSampleFiles;

/**
 * Generated 9×9 Sudokus and a model that has made one training step on others: it knows nothing,
 * and takes as long for it as one that does.
 *
 * @param run the run
 * @param data the dataset, whose test split is to be predicted
 */
record GeneratedModel(Path run, Path data) {
  private static final String RECIPE = "sudoku-cpu";
  private static final int SIDE = 9;

  /**
   * Makes both.
   *
   * @param folder that is there, for everything that is made
   * @param count puzzles to predict
   */
  static GeneratedModel make(Path folder, int count) throws IOException, InterruptedException {
    Recipe recipe =
        RecipeLoader.load(
                RECIPE,
                List.of(
                    Assignment.option("train.epochs", 1, "trm bench predict"),
                    Assignment.option("train.eval_max_examples", 1, "trm bench predict")))
            .recipe();
    SudokuShape shape = SudokuShape.ofSide(SIDE);
    SudokuGenerator generator = new SudokuGenerator(shape, SudokuLevel.EASY.of(shape), 0);
    Path raw = folder.resolve("raw");
    int trained = recipe.train().globalBatchSize();
    SudokuSampleFiles.write(raw, () -> SudokuSamples.draw(generator, trained, count, drawn -> {}));
    GeneratedModel made = new GeneratedModel(folder.resolve("run"), folder.resolve("data"));
    SudokuDatasetPipeline.run(
        SudokuDatasetSettings.into(made.data)
            .train(List.of(raw.resolve(SudokuSampleFiles.TRAIN).toString()))
            .test(List.of(raw.resolve(SudokuSampleFiles.TEST).toString()))
            .build(),
        BeamSettings.direct(),
        RunCounters.IGNORED);
    Trainer.run(
        new TrainRun(
            recipe,
            made.data,
            made.run,
            ResumeMode.NEW,
            Optional.empty(),
            Map.of(),
            new TensorFlowEngines(Compute.allCores()),
            new StopSignal()));
    return made;
  }
}
