package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.export.ExportFormat;
import org.tinyrecursive.workflows.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a dataset in another layout. */
@Command
public final class DatasetExportCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "the dataset")
  private Path directory;

  @Option(
      names = "--format",
      paramLabel = "npy|jsonl",
      defaultValue = "npy",
      description =
          "npy: the published arrays, which the public trainers read; jsonl: an object a line")
  private ExportFormat format;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make; must be empty or not exist")
  private Path outputDir;

  @Override
  public Integer call() throws IOException {
    Dataset dataset = Dataset.open(directory);
    format.export(dataset, outputDir);
    command.commandLine().getOut().println(text(dataset.manifest()));
    command.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private String text(DatasetManifest manifest) {
    long examples =
        manifest.splits().values().stream().mapToLong(SplitManifest::totalExamples).sum();
    return String.format(
        "Wrote %,d examples of %s to %s as %s.",
        examples, String.join(" and ", manifest.splits().keySet()), outputDir, format.label());
  }
}
