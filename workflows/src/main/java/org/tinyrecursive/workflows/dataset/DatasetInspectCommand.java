package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.RnaDatasetManifest;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.StorageOptions;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a dataset is, how much of it there is and what it was made from. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetInspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the dataset, local or gs://bucket/folder")
  private String directory;

  @Mixin private StorageOptions storage;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    if (FileSpec.isLocal(directory) && RnaDatasetManifest.isIn(Path.of(directory))) {
      RnaDatasetSummary rna =
          RnaDatasetSummary.of(directory, RnaDatasetManifest.read(Path.of(directory)));
      result.print(rna::text, rna);
      return ExitCode.DONE;
    }
    DatasetSummary summary = DatasetSummary.of(directory, storage.place(directory).manifest());
    result.print(summary::text, summary);
    return ExitCode.DONE;
  }
}
