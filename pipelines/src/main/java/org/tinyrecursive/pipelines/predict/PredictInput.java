package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** What is to be predicted. */
public sealed interface PredictInput {
  /**
   * A split of a dataset.
   *
   * @param dataset its folder
   * @param split such as {@code test}
   */
  record DatasetSplit(Path dataset, String split) implements PredictInput {
    /** The split that predictions are usually made for. */
    public static final String TEST = "test";
  }

  /**
   * Raw files that ask questions; answers are read where there are any.
   *
   * @param files CSV files with a column {@code question}: local paths or URIs
   * @param rows of every maze; empty: see {@link
   *     org.tinyrecursive.transforms.maze.MazeShape#ofCells}
   * @param columns of every maze; empty: likewise
   * @param maxRejects rows that may be refused, 0 and above
   */
  record RawQuestions(List<String> files, OptionalInt rows, OptionalInt columns, long maxRejects)
      implements PredictInput {
    public RawQuestions {
      files = List.copyOf(files);
    }
  }
}
