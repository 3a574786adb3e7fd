package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tinyrecursive.pipelines.dataset.BuildPlanner;
import org.tinyrecursive.transforms.dataset.ScratchFolder;
import org.tinyrecursive.transforms.measure.Cost;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Says how many puzzles, how many bytes and how much time a dataset will take, without building it:
 * takes the options of {@code trm dataset TASK}.
 */
@Command
public final class DatasetPlanCommand implements Callable<Integer> {
  private static final Map<String, Supplier<PlannedCommand>> TASKS =
      Map.of(
          "sudoku", DatasetSudokuCommand::new,
          "maze", DatasetMazeCommand::new,
          "arc", DatasetArcCommand::new);
  private static final String OUTPUT = "--output-dir";

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "TASK",
      description = "sudoku, maze or arc; then the options of `trm dataset TASK`")
  private String task;

  @Unmatched private List<String> options = new ArrayList<>();

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    Cost start = Cost.sinceProcessStart();
    long began = System.nanoTime();
    try (ScratchFolder scratch = ScratchFolder.temporary("trm-plan")) {
      PlannedCommand planned = parse(scratch.path().resolve("whole"));
      PlanReport report =
          PlanReport.of(
              task,
              new BuildPlanner(planned.plannedBuild(), scratch.path()).plan(),
              start,
              (System.nanoTime() - began) / 1e9);
      result.print(report::text, report);
    }
    return ExitCode.DONE;
  }

  /**
   * The command that would build the dataset, with its options.
   *
   * @param unused where it would build if nothing else is said
   */
  private PlannedCommand parse(Path unused) {
    Supplier<PlannedCommand> factory = TASKS.get(task);
    if (factory == null) {
      throw new ParameterException(
          command.commandLine(), "task is %s, allowed: arc, maze, sudoku".formatted(task));
    }
    List<String> arguments = new ArrayList<>(options);
    if (options.stream()
        .noneMatch(option -> option.equals(OUTPUT) || option.startsWith(OUTPUT + "="))) {
      arguments.addAll(List.of(OUTPUT, unused.toString()));
    }
    PlannedCommand planned = factory.get();
    CommandLine parser = new CommandLine(planned);
    CommandTree.readAsEverywhere(parser);
    try {
      parser.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
    }
    return planned;
  }
}
