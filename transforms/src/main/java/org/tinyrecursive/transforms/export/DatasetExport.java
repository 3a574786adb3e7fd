package org.tinyrecursive.transforms.export;

import java.io.IOException;
import java.nio.file.Path;
import org.tinyrecursive.transforms.dataset.Dataset;

/** Writes a dataset in another layout. */
sealed interface DatasetExport permits NpyExport, JsonLinesExport, ParquetExport {
  /**
   * Writes all splits.
   *
   * @param folder an empty one
   */
  void write(Dataset dataset, Path folder) throws IOException;
}
