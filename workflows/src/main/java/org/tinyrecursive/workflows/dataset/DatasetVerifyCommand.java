package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinyrecursive.pipelines.dataset.RnaDatasetManifest;
import org.tinyrecursive.pipelines.dataset.RnaDatasetVerifier;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.dataset.Problem;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.StorageOptions;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares every byte and row of a dataset with its manifest; fails if anything is wrong. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetVerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the dataset, local or gs://bucket/folder")
  private String directory;

  @Mixin private StorageOptions storage;
  @Mixin private ResultOptions result;

  /** The result; the components are the keys of its JSON. */
  record Verified(String directory, boolean sound, List<Found> problems) {}

  /** One problem. */
  record Found(String kind, String file, String detail) {}

  @Override
  public Integer call() throws IOException {
    List<Problem> problems =
        FileSpec.isLocal(directory) && RnaDatasetManifest.isIn(Path.of(directory))
            ? RnaDatasetVerifier.verify(Path.of(directory))
            : storage.place(directory).verify();
    List<Found> found =
        problems.stream()
            .map(
                problem ->
                    new Found(
                        problem.kind().name().toLowerCase(Locale.ROOT),
                        problem.file(),
                        problem.detail()))
            .toList();
    result.print(() -> text(problems), new Verified(directory, problems.isEmpty(), found));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private String text(List<Problem> problems) {
    if (problems.isEmpty()) {
      return directory + " is sound: every file, byte count, hash, row and token is as recorded";
    }
    return problems.stream()
        .map(Problem::toString)
        .collect(
            Collectors.joining(
                "\n",
                "",
                "\n%s: %d %s"
                    .formatted(
                        directory,
                        problems.size(),
                        problems.size() == 1 ? "problem" : "problems")));
  }
}
