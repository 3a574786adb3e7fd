package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import java.util.Locale;

/**
 * How a split is divided: parts of equal size but the last. A part lies under the name of what it
 * was made from until all are whole, so that an attempt takes over what attempts before it left.
 *
 * @param dataset folder of the dataset
 * @param split of it
 * @param examples examples of the split, 1 and above
 * @param partSize examples per part, a multiple of the batch size, so that how a batch is filled
 *     depends on nothing else
 * @param key names everything that decides the content of the parts
 */
record PredictionParts(String dataset, String split, int examples, int partSize, String key)
    implements Serializable {
  /** Folder of parts that are not yet put together. */
  static final String DIRECTORY = "parts";

  /** Parts whose size is the asked one, rounded up to whole batches. */
  static PredictionParts of(
      String dataset, String split, int examples, int rowsPerFile, int batchSize, String key) {
    int batches = (rowsPerFile - 1) / batchSize + 1;
    return new PredictionParts(
        dataset, split, examples, Math.multiplyExact(batches, batchSize), key);
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

  /** Name of a part's Arrow file in the end. */
  String arrowFile(int part) {
    return String.format(Locale.ROOT, "part-%05d-of-%05d.arrow", part, count());
  }

  /** Where a part's Arrow file lies until then. */
  String arrowPart(int part) {
    return part(part, "arrow");
  }

  /** Where a part's lines lie, which are joined in the end. */
  String csvPart(int part) {
    return part(part, "csv");
  }

  /** Where a part's receipt lies, which is written after its files. */
  String receipt(int part) {
    return part(part, "json");
  }

  private String part(int part, String ending) {
    return String.format(Locale.ROOT, "%s/%s-%d-%05d.%s", DIRECTORY, key, partSize, part, ending);
  }
}
