package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tinyrecursive.pipelines.storage.OpenDataset;
import org.tinyrecursive.transforms.export.ExportFormat;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.StorageOptions;
import org.tinyrecursive.workflows.cli.ByteText;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a dataset in another layout. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetExportCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "the dataset, local or gs://bucket/folder")
  private String directory;

  @Option(
      names = "--format",
      paramLabel = "npy|jsonl|parquet",
      defaultValue = "npy",
      description =
          "npy: the published arrays, which the public trainers read; jsonl: an object a line;"
              + " parquet: a row per example")
  private ExportFormat format;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make; must be empty or not exist")
  private Path outputDir;

  @Option(
      names = "--result",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "what is said at the end; json: one object as the last line of stdout")
  private ResultFormat result;

  @Mixin private StorageOptions storage;

  /** What was exported; the components are the keys of the JSON result. */
  record Exported(
      String directory,
      String outputDir,
      String format,
      Map<String, Long> examples,
      long bytes,
      double seconds) {
    String text() {
      return String.format(
          Locale.ROOT,
          "Wrote %,d examples of %s to %s as %s: %s in %.1f s.",
          examples.values().stream().mapToLong(Long::longValue).sum(),
          String.join(" and ", examples.keySet()),
          outputDir,
          format,
          ByteText.format(bytes),
          seconds);
    }
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Map<String, Long> examples = new TreeMap<>();
    try (OpenDataset open = storage.place(directory).open()) {
      format.export(open.dataset(), outputDir);
      open.dataset()
          .manifest()
          .splits()
          .forEach((split, counts) -> examples.put(split, counts.totalExamples()));
    }
    Exported exported =
        new Exported(
            directory,
            outputDir.toString(),
            format.label(),
            examples,
            bytes(),
            (System.nanoTime() - start) / 1e9);
    result.print(command.commandLine().getOut(), exported::text, exported);
    return ExitCode.DONE;
  }

  private long bytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(outputDir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
