package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.tinyrecursive.rna.io.LabelsWriter;
import org.tinyrecursive.rna.io.SequencesWriter;
import org.tinyrecursive.rna.sample.RnaSample;
import org.tinyrecursive.rna.sample.RnaSampler;

/**
 * Files of made-up structures of the years 2020 to 2023.
 *
 * @param sequences the targets
 * @param labels their structures
 */
public record RawRna(Path sequences, Path labels) {
  /** Writes both files into a folder that exists; targets are named S0000 and so on. */
  public static RawRna write(Path folder, int targets) throws IOException {
    RawRna raw = new RawRna(folder.resolve("sequences.csv"), folder.resolve("labels.csv"));
    RnaSampler sampler = new RnaSampler("S", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 1, 1), 3);
    try (SequencesWriter sequences = new SequencesWriter(Files.newBufferedWriter(raw.sequences()));
        LabelsWriter labels = new LabelsWriter(Files.newBufferedWriter(raw.labels()))) {
      for (int i = 0; i < targets; i++) {
        RnaSample sample = sampler.sample(i);
        sequences.write(sample.target());
        labels.write(sample.target(), sample.structure());
      }
    }
    return raw;
  }
}
