package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/** The road from one task's raw files to a dataset, twice: as it is, and as a plain loop. */
public interface DatasetWork {
  /**
   * Builds the dataset with the pipeline that users run.
   *
   * @param outputDir absent
   * @return what was built
   */
  DatasetManifest build(Path outputDir, BeamSettings beam) throws IOException;

  /**
   * Makes the same examples in one thread without Beam: reads, checks, expands and tokenizes the
   * raw files and writes Arrow files with the same writer, compression and hashing.
   *
   * @param outputDir an empty folder
   * @return examples written
   */
  long loop(Path outputDir) throws IOException;
}
