package org.tinyrecursive.workflows.predict;

import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.pipelines.predict.PredictInput;
import org.tinyrecursive.pipelines.predict.PredictInput.DatasetSplit;
import org.tinyrecursive.pipelines.predict.PredictInput.RawQuestions;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.workflows.maze.MazeSizeOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The puzzles to be predicted: a split of a dataset, or raw files of one's own. Use it as a
 * {@code @Mixin}.
 */
final class Puzzles {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "a dataset; either this or --input is needed")
  private Path data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "split of the dataset (default: " + DatasetSplit.TEST + ")")
  private String split;

  @Option(
      names = "--input",
      paramLabel = "CSV",
      description =
          "a raw file with the column question, plain or .gz, local or gs://; the column answer"
              + " is read where it is; may be repeated")
  private List<String> input;

  @Mixin private MazeSizeOptions size;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      description = "rows of raw files that may be refused (default: 0)")
  private Long maxRejects;

  /**
   * What was named.
   *
   * @throws ParameterException if neither or both were, or an option of the other
   * @throws org.tinyrecursive.transforms.InputRefusedException if the size of a maze is below 1
   */
  PredictInput input(PuzzleTask task) {
    if (data != null && input != null) {
      throw wrong("--data and --input are given; name a dataset or raw files, not both");
    }
    if (input == null) {
      if (data == null) {
        throw wrong("neither --data nor --input is given; name a dataset, or a raw file");
      }
      refuseOther("--input", size.given(), maxRejects == null ? null : "--max-rejects");
      return new DatasetSplit(data, split == null ? DatasetSplit.TEST : split);
    }
    refuseOther("--data", split == null ? null : "--split");
    if (task != PuzzleTask.MAZE && size.given() != null) {
      throw wrong(
          "%s tells the size of mazes, these are puzzles of %s; leave it out"
              .formatted(size.given(), task.text()));
    }
    long rejects = maxRejects == null ? 0 : maxRejects;
    return new RawQuestions(input, size.rows(), size.columns(), rejects);
  }

  private void refuseOther(String needed, String... given) {
    for (String option : given) {
      if (option != null) {
        throw wrong("%s goes with %s, which is not given; leave it out".formatted(option, needed));
      }
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
