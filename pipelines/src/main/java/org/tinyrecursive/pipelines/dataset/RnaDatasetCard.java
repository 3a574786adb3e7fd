package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinyrecursive.rna.beam.RnaShardPlan;

/** The README of an RNA dataset. */
final class RnaDatasetCard {
  private RnaDatasetCard() {}

  static void write(Path directory, RnaDatasetManifest manifest) throws IOException {
    Files.writeString(
        directory.resolve("README.md"),
        """
        # RNA dataset, format %d

        %,d targets to train on (known by %s) in %,d rows, %,d later ones to validate on in %,d rows;
        at most %d residues a row. Made from %s and %s; %,d records were left out, see rejects/.

        Each file is an Arrow IPC file. In Python:

        ```python
        import pyarrow as pa
        table = pa.ipc.open_file("%s").read_all()
        ```
        """
            .formatted(
                manifest.formatVersion(),
                manifest.targets(RnaShardPlan.TRAIN),
                manifest.temporalCutoff(),
                manifest.rows(RnaShardPlan.TRAIN),
                manifest.targets(RnaShardPlan.VALIDATION),
                manifest.rows(RnaShardPlan.VALIDATION),
                manifest.maxLength(),
                String.join(", ", manifest.sequences()),
                String.join(", ", manifest.labels()),
                manifest.rejects(),
                manifest.shards().get(0).file()));
  }
}
