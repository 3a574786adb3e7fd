package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.pdb.StructureFolder;

/**
 * The files that a dataset is built from.
 *
 * @param sequences sequences files
 * @param labels labels files
 * @param problems of structure files that are left out
 */
record RnaSources(List<String> sequences, List<String> labels, List<RecordProblem> problems) {
  /** Files made of a folder of structures; they stay in the dataset. */
  static final String SEQUENCES_FILE = "structures_sequences.csv";

  static final String LABELS_FILE = "structures_labels.csv";

  /** The files of the settings and those made of their folder of structures. */
  static RnaSources prepare(RnaDatasetSettings settings, Path directory) throws IOException {
    if (settings.structures().isEmpty()) {
      return new RnaSources(settings.sequences(), settings.labels(), List.of());
    }
    Path sequences = directory.resolve(SEQUENCES_FILE).toAbsolutePath();
    Path labels = directory.resolve(LABELS_FILE).toAbsolutePath();
    List<RecordProblem> problems =
        StructureFolder.convert(settings.structures().get(), sequences, labels);
    return new RnaSources(
        with(settings.sequences(), sequences), with(settings.labels(), labels), problems);
  }

  private static List<String> with(List<String> files, Path more) {
    return Stream.concat(files.stream(), Stream.of(more.toString())).toList();
  }
}
