package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;

/**
 * How a split is divided: parts of equal size but the last.
 *
 * @param dataset folder of the dataset
 * @param split of it
 * @param examples examples of the split, 1 and above
 * @param partSize examples per part, a multiple of the batch size, so that how a batch is filled
 *     depends on nothing else
 */
record PredictionParts(String dataset, String split, int examples, int partSize)
    implements Serializable {
  /** Parts whose size is the asked one, rounded up to whole batches. */
  static PredictionParts of(
      String dataset, String split, int examples, int rowsPerFile, int batchSize) {
    int batches = (rowsPerFile - 1) / batchSize + 1;
    return new PredictionParts(dataset, split, examples, Math.multiplyExact(batches, batchSize));
  }

  int count() {
    return (examples - 1) / partSize + 1;
  }

  int first(int part) {
    return part * partSize;
  }

  int size(int part) {
    return Math.min(partSize, examples - first(part));
  }
}
