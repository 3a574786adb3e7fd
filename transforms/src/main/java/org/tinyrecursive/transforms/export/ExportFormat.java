package org.tinyrecursive.transforms.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.FolderCommit;

/** The layouts that a dataset can be exported to. */
public enum ExportFormat {
  /** The published arrays, which the public trainers read. */
  NPY(new NpyExport()),
  /** One JSON object a line. */
  JSONL(new JsonLinesExport()),
  /** Parquet, for tools that read columns. */
  PARQUET(new ParquetExport());

  @SuppressWarnings("ImmutableEnumChecker") // an interface, and none of them has state
  private final DatasetExport export;

  ExportFormat(DatasetExport export) {
    this.export = export;
  }

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a dataset, whole or not at all.
   *
   * @param outputDir absent or empty
   * @throws org.tinyrecursive.transforms.InputRefusedException if it is not, or the dataset is
   *     damaged
   */
  public void export(Dataset dataset, Path outputDir) throws IOException {
    try (FolderCommit folder = FolderCommit.begin(outputDir)) {
      export.write(dataset, folder.staging());
      folder.publish();
    }
  }
}
