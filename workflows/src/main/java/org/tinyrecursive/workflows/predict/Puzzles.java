package org.tinyrecursive.workflows.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.pipelines.predict.PredictInput;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The puzzles to be predicted: a dataset, or raw files of one's own. */
final class Puzzles {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "a dataset")
  private Path data;

  @ArgGroup(exclusive = false)
  private Files files;

  /** Raw files and how they are read. */
  static final class Files {
    @Option(
        names = "--input",
        required = true,
        paramLabel = "CSV",
        description =
            "a raw file with the column question, plain or .gz, local or gs://; the column answer"
                + " is read where it is; may be repeated")
    private List<String> input = new ArrayList<>();

    @Option(names = "--rows", paramLabel = "N", description = "rows of a maze that is no square")
    private Integer rows;

    @Option(names = "--columns", paramLabel = "N", description = "its columns")
    private Integer columns;

    @Option(
        names = "--max-rejects",
        paramLabel = "N",
        defaultValue = "0",
        description = "rows of raw files that may be refused")
    private long maxRejects;
  }

  PredictInput input(String split) {
    if (files == null) {
      return new PredictInput.DatasetSplit(data, split);
    }
    return new PredictInput.RawQuestions(
        files.input, optional(files.rows), optional(files.columns), files.maxRejects);
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
