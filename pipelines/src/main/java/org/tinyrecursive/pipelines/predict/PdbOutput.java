package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tinyrecursive.rna.io.PdbWriter;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.InputRefusedException;

/** Whether guesses are also written as PDB files, for viewers. */
public enum PdbOutput {
  /** Only the submission. */
  NONE {
    @Override
    void check(List<RnaTarget> targets) {}

    @Override
    void write(Path directory, RnaTarget target, List<Coordinates> guesses) {}
  },
  /** {@code pdb/<target>_<guess>.pdb}, guesses counted from 1. */
  FILES {
    @Override
    void check(List<RnaTarget> targets) {
      for (RnaTarget target : targets) {
        if (!NAME.matcher(target.id()).matches()) {
          throw new InputRefusedException(
              "target '%s' cannot name a PDB file, allowed: letters, digits, '.', '_' and '-', not"
                      .formatted(target.id())
                  + " beginning with '.'; rename it or predict without --pdb");
        }
      }
    }

    @Override
    void write(Path directory, RnaTarget target, List<Coordinates> guesses) throws IOException {
      Path folder = Files.createDirectories(directory.resolve(FOLDER));
      for (int guess = 0; guess < guesses.size(); guess++) {
        Path file = folder.resolve("%s_%d.pdb".formatted(target.id(), guess + 1));
        Path attempt = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try (Writer out = Files.newBufferedWriter(attempt)) {
          PdbWriter.write(target, guesses.get(guess), out);
        }
        Files.move(attempt, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  };

  /** Folder of the files, beside the submission. */
  public static final String FOLDER = "pdb";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  /**
   * Checks that every target can have its files.
   *
   * @throws InputRefusedException if a name cannot be that of a file
   */
  abstract void check(List<RnaTarget> targets);

  /** Writes the guesses of a target, each file whole or not at all. */
  abstract void write(Path directory, RnaTarget target, List<Coordinates> guesses)
      throws IOException;
}
