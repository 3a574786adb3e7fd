package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a dataset is, how much of it there is and what it was made from. */
@Command
public final class DatasetInspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the dataset")
  private Path directory;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    DatasetSummary summary =
        DatasetSummary.of(directory.toString(), DatasetManifest.load(directory));
    result.print(summary::text, summary);
    return ExitCode.DONE;
  }
}
