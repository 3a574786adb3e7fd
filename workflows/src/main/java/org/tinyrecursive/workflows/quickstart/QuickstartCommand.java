package org.tinyrecursive.workflows.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes the whole road on generated puzzles, and writes a report. */
@Command
public final class QuickstartCommand implements Callable<Integer> {
  private static final Path DEFAULT = Path.of("runs", "quickstart");

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description =
          "folder to make; must be empty or not exist (default: runs/quickstart, or with a number"
              + " where that is taken)")
  private Path outputDir;

  @Option(
      names = "--train-count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "puzzles to train on")
  private int trainCount;

  @Option(
      names = "--test-count",
      paramLabel = "N",
      defaultValue = "500",
      description = "puzzles held out")
  private int testCount;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of puzzles, augmentation and training")
  private long seed;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = outputDir == null ? free() : outputDir;
    QuickstartResult made = new Quickstart(folder, trainCount, testCount, seed, result.err()).run();
    result.print(made::text, made);
    return ExitCode.DONE;
  }

  private static Path free() {
    Path folder = DEFAULT;
    for (int i = 2; Files.exists(folder); i++) {
      folder = DEFAULT.resolveSibling(DEFAULT.getFileName() + "-" + i);
    }
    return folder;
  }
}
