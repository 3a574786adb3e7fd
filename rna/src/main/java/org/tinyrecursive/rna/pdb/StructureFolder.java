package org.tinyrecursive.rna.pdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinyrecursive.rna.io.LabelsWriter;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.io.SequencesWriter;
import org.tinyrecursive.transforms.InputRefusedException;

/** A folder of structure files as the competition's two CSV files. */
public final class StructureFolder {
  /** Files read at a time, so that memory does not grow with the folder. */
  private static final int BATCH = 64;

  private StructureFolder() {}

  private record Outcome(Optional<StructureFile.Known> known, List<RecordProblem> problems) {}

  /**
   * Reads all structure files of a folder and of those in it, in order of their names, and writes
   * the targets.
   *
   * @param sequences sequences file to write
   * @param labels labels file to write
   * @return what is wrong with files; these are left out
   * @throws InputRefusedException if the folder is none, or holds no structure file
   */
  public static List<RecordProblem> convert(Path folder, Path sequences, Path labels)
      throws IOException {
    List<Path> files = files(folder);
    List<RecordProblem> problems = new ArrayList<>();
    try (SequencesWriter targets = new SequencesWriter(Files.newBufferedWriter(sequences));
        LabelsWriter positions = new LabelsWriter(Files.newBufferedWriter(labels))) {
      for (int from = 0; from < files.size(); from += BATCH) {
        List<Outcome> batch =
            files.subList(from, Math.min(files.size(), from + BATCH)).parallelStream()
                .map(StructureFolder::read)
                .toList();
        for (Outcome outcome : batch) {
          problems.addAll(outcome.problems());
          if (outcome.known().isPresent()) {
            StructureFile.Known known = outcome.known().get();
            targets.write(known.target());
            positions.write(known.target(), known.positions());
          }
        }
      }
    }
    return problems;
  }

  private static Outcome read(Path file) {
    List<RecordProblem> problems = new ArrayList<>();
    return new Outcome(StructureFile.read(file, problems::add), problems);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputRefusedException(
          "--structures %s is no folder, expected one with .pdb, .ent, .cif or .mmcif files"
              .formatted(folder));
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(StructureFile::isNamedLikeOne)
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
              .toList();
      if (files.isEmpty()) {
        throw new InputRefusedException(
            "--structures %s holds no .pdb, .ent, .cif or .mmcif file, plain or .gz"
                .formatted(folder));
      }
      return files;
    }
  }
}
