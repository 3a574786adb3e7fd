package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;

/**
 * What an RNA dataset is made from and how.
 *
 * @param sequences sequences files, plain or .gz, local or elsewhere such as {@code gs://}
 * @param labels labels files of the same targets
 * @param structures folder of PDB and mmCIF files, which become sequences and labels as well
 * @param msaDirectory folder with alignments {@code <target_id>.MSA.fasta}, local or elsewhere
 * @param outputDirectory to be made, local or {@code gs://bucket/folder}; absent or empty
 * @param maxLength most residues of a row, 1 and above; longer targets become several
 * @param temporalCutoff last day of training
 * @param shards files of each split, 1 and above
 * @param compression of the files
 * @param maxRejects records that may be left out, 0 and above
 */
public record RnaDatasetSettings(
    List<String> sequences,
    List<String> labels,
    Optional<Path> structures,
    Optional<String> msaDirectory,
    String outputDirectory,
    int maxLength,
    LocalDate temporalCutoff,
    int shards,
    Compression compression,
    long maxRejects) {
  public RnaDatasetSettings {
    sequences = List.copyOf(sequences);
    labels = List.copyOf(labels);
    if (structures.isEmpty() && (sequences.isEmpty() || labels.isEmpty())) {
      throw new InputRefusedException(
          "nothing to build from: give --sequences and --labels, or --structures");
    }
    if (maxLength < 1 || shards < 1 || maxRejects < 0) {
      throw new InputRefusedException(
          "--max-length is %d, --shards %d, --max-rejects %d; allowed: 1, 1, 0 and above"
              .formatted(maxLength, shards, maxRejects));
    }
  }
}
