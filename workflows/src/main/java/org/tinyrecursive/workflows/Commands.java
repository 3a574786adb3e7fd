package org.tinyrecursive.workflows;

import java.util.List;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.workflows.adapt.AdaptCommand;
import org.tinyrecursive.workflows.bench.BenchDatasetCommand;
import org.tinyrecursive.workflows.bench.BenchInputCommand;
import org.tinyrecursive.workflows.bench.BenchPredictCommand;
import org.tinyrecursive.workflows.bench.BenchRnaCommand;
import org.tinyrecursive.workflows.bench.BenchRnaSplitCommand;
import org.tinyrecursive.workflows.bench.BenchScoreCommand;
import org.tinyrecursive.workflows.bench.BenchTrainCommand;
import org.tinyrecursive.workflows.checkpoint.CheckpointExportCommand;
import org.tinyrecursive.workflows.checkpoint.CheckpointImportCommand;
import org.tinyrecursive.workflows.checkpoint.CheckpointInfoCommand;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.config.ConfigExplainCommand;
import org.tinyrecursive.workflows.dataset.DatasetArcCommand;
import org.tinyrecursive.workflows.dataset.DatasetCompareCommand;
import org.tinyrecursive.workflows.dataset.DatasetExportCommand;
import org.tinyrecursive.workflows.dataset.DatasetInspectCommand;
import org.tinyrecursive.workflows.dataset.DatasetMazeCommand;
import org.tinyrecursive.workflows.dataset.DatasetPlanCommand;
import org.tinyrecursive.workflows.dataset.DatasetRnaCommand;
import org.tinyrecursive.workflows.dataset.DatasetSudokuCommand;
import org.tinyrecursive.workflows.dataset.DatasetVerifyCommand;
import org.tinyrecursive.workflows.dataset.DatasetViewCommand;
import org.tinyrecursive.workflows.doctor.DoctorCommand;
import org.tinyrecursive.workflows.evaluate.EvalCommand;
import org.tinyrecursive.workflows.predict.PredictPuzzleCommand;
import org.tinyrecursive.workflows.predict.PredictRnaCommand;
import org.tinyrecursive.workflows.quickstart.QuickstartCommand;
import org.tinyrecursive.workflows.rna.RnaLibraryCommand;
import org.tinyrecursive.workflows.sample.SampleArcCommand;
import org.tinyrecursive.workflows.sample.SampleMazeCommand;
import org.tinyrecursive.workflows.sample.SampleRnaCommand;
import org.tinyrecursive.workflows.sample.SampleSudokuCommand;
import org.tinyrecursive.workflows.score.ScoreArcCommand;
import org.tinyrecursive.workflows.score.ScoreMazeCommand;
import org.tinyrecursive.workflows.score.ScoreRnaCommand;
import org.tinyrecursive.workflows.score.ScoreSudokuCommand;
import org.tinyrecursive.workflows.submission.SubmissionValidateCommand;
import org.tinyrecursive.workflows.train.TrainCommand;
import org.tinyrecursive.workflows.train.TrainRnaCommand;
import org.tinyrecursive.workflows.version.VersionCommand;

/** Every command of {@code trm}, in the order of the help. */
final class Commands {
  private Commands() {}

  // Lambdas, not method references: those would load every command for the help.
  private static final List<CommandEntry> ENTRIES =
      List.of(
          CommandEntry.of(
              "quickstart",
              "generated puzzles to a trained, scored model and a report, in minutes",
              () -> new QuickstartCommand()),
          CommandEntry.of(
              "sample sudoku",
              "generated Sudokus with one solution, as the published CSV",
              () -> new SampleSudokuCommand()),
          CommandEntry.of(
              "sample maze",
              "generated mazes with their shortest path, as the published CSV",
              () -> new SampleMazeCommand()),
          CommandEntry.of(
              "sample arc",
              "tasks of our own making, of twenty kinds of rule, in the published layout",
              () -> new SampleArcCommand()),
          CommandEntry.of(
              "sample rna",
              "synthetic RNA structures with ideal geometry, as the competition's files",
              () -> new SampleRnaCommand()),
          CommandEntry.of(
              "dataset sudoku",
              "a dataset from raw Sudoku files, every row checked",
              () -> new DatasetSudokuCommand()),
          CommandEntry.of(
              "dataset maze",
              "a dataset from raw maze files, every path checked to be a shortest one",
              () -> new DatasetMazeCommand()),
          CommandEntry.of(
              "dataset arc",
              "a dataset from files of ARC tasks, augmented, with a leakage report",
              () -> new DatasetArcCommand()),
          CommandEntry.of(
              "dataset plan",
              "counts, bytes and time of a dataset before it is built",
              () -> new DatasetPlanCommand()),
          CommandEntry.of(
              "dataset rna",
              "a dataset from the RNA competition's sequences and labels",
              () -> new DatasetRnaCommand()),
          CommandEntry.of(
              "dataset inspect",
              "what a dataset is, how many puzzles, made from what",
              () -> new DatasetInspectCommand()),
          CommandEntry.of(
              "dataset export",
              "a dataset as the published .npy arrays, as Parquet or as JSON lines",
              () -> new DatasetExportCommand()),
          CommandEntry.of(
              "dataset verify",
              "compare every byte and row of a dataset with its manifest",
              () -> new DatasetVerifyCommand()),
          CommandEntry.of(
              "dataset view",
              "draw puzzles in the terminal or as a page",
              () -> new DatasetViewCommand()),
          CommandEntry.of(
              "dataset compare",
              "what differs between two datasets",
              () -> new DatasetCompareCommand()),
          CommandEntry.of(
              "train", "train a model from a recipe and a dataset", () -> new TrainCommand()),
          CommandEntry.of(
              "train rna",
              "train a model that refines RNA structures, or the published toy",
              () -> new TrainRnaCommand()),
          CommandEntry.of(
              "eval",
              "score a checkpoint on a split of a dataset, raw and averaged weights",
              () -> new EvalCommand()),
          CommandEntry.of(
              "adapt",
              "a trained model to unseen ARC tasks, and their submission, within a given time",
              () -> new AdaptCommand()),
          CommandEntry.of(
              "predict sudoku",
              "predict a split of a dataset with a trained model",
              () -> new PredictPuzzleCommand(PuzzleTask.SUDOKU)),
          CommandEntry.of(
              "predict maze",
              "predict the ways through the mazes of a dataset with a trained model",
              () -> new PredictPuzzleCommand(PuzzleTask.MAZE)),
          CommandEntry.of(
              "predict arc",
              "predict a split of an ARC dataset, every augmentation, for trm score arc",
              () -> new PredictPuzzleCommand(PuzzleTask.ARC)),
          CommandEntry.of(
              "predict rna",
              "five guesses of every RNA structure, as a submission",
              () -> new PredictRnaCommand()),
          CommandEntry.of(
              "rna library",
              "known structures as the library that predictions build on",
              () -> new RnaLibraryCommand()),
          CommandEntry.of(
              "score arc",
              "let predictions of augmented tasks vote; submission, pass@k and a page",
              () -> new ScoreArcCommand()),
          CommandEntry.of(
              "score sudoku",
              "exact, cell and valid Sudokus of predictions, ours or anyone's",
              () -> new ScoreSudokuCommand()),
          CommandEntry.of(
              "score maze",
              "exact and any shortest path of predicted mazes, ours or anyone's",
              () -> new ScoreMazeCommand()),
          CommandEntry.of(
              "score rna",
              "TM-score, lDDT and RMSD of predicted RNA structures, ours or anyone's",
              () -> new ScoreRnaCommand()),
          CommandEntry.of(
              "submission validate",
              "everything that is wrong with a competition's submission file",
              () -> new SubmissionValidateCommand()),
          CommandEntry.of(
              "bench input",
              "time random reading of a dataset, puzzle by puzzle",
              () -> new BenchInputCommand()),
          CommandEntry.of(
              "bench dataset",
              "time the build of a dataset against one plain loop",
              () -> new BenchDatasetCommand()),
          CommandEntry.of(
              "checkpoint info",
              "where a model comes from, its settings, scores and tensors",
              () -> new CheckpointInfoCommand()),
          CommandEntry.of(
              "checkpoint import",
              "a run from weights of PyTorch or of a safetensors file",
              () -> new CheckpointImportCommand()),
          CommandEntry.of(
              "checkpoint export",
              "a model as safetensors or as a TensorFlow SavedModel",
              () -> new CheckpointExportCommand()),
          CommandEntry.of(
              "bench score",
              "vote on made-up predictions of ARC: predictions/s and memory",
              () -> new BenchScoreCommand()),
          CommandEntry.of(
              "bench train",
              "time training steps of a recipe against this machine's ceiling",
              () -> new BenchTrainCommand()),
          CommandEntry.of(
              "bench predict",
              "time the prediction of a split against the bare forward pass",
              () -> new BenchPredictCommand()),
          CommandEntry.of(
              "bench rna",
              "time the folding of a random RNA sequence",
              () -> new BenchRnaCommand()),
          CommandEntry.of(
              "bench rna-split",
              "score every method of predicting RNA on later structures: one table",
              () -> new BenchRnaSplitCommand()),
          CommandEntry.of(
              "doctor",
              "what this machine has and lacks, and what to do about it",
              () -> new DoctorCommand()),
          CommandEntry.of(
              "config explain",
              "every setting of a recipe, its value and where that came from",
              () -> new ConfigExplainCommand()),
          CommandEntry.of(
              "version",
              "versions of trm, Java and its libraries; also --version",
              () -> new VersionCommand()));

  private static final List<CommandGroup> GROUPS =
      List.of(
          new CommandGroup("sample", "make raw sample files in the published formats"),
          new CommandGroup("dataset", "build, look at and verify datasets"),
          new CommandGroup("predict", "predict with trained models"),
          new CommandGroup("rna", "known RNA structures"),
          new CommandGroup("score", "score predictions, ours or anyone's"),
          new CommandGroup("submission", "check submission files"),
          new CommandGroup("checkpoint", "look at and convert checkpoints"),
          new CommandGroup("config", "recipes and their settings"),
          new CommandGroup("bench", "measure this machine"));

  static List<CommandEntry> entries() {
    return ENTRIES;
  }

  static CommandTree tree() {
    return new CommandTree(
        "trm", "Tiny Recursive Models: raw puzzles in, trained models out.", GROUPS, ENTRIES);
  }
}
