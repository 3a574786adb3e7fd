package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;

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
}
