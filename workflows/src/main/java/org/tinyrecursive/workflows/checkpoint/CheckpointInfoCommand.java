package org.tinyrecursive.workflows.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows where a model comes from, how it was trained, and its tensors. */
@Command
public final class CheckpointInfoCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "a checkpoint, or a run, whose best checkpoint is taken")
  private Path path;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    CheckpointSummary summary = CheckpointSummary.of(Checkpoint.load(path));
    result.print(summary::text, summary);
    return ExitCode.DONE;
  }
}
