package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.pipelines.rna.GuessMethod;

/**
 * Whose structures are to be predicted, and from what.
 *
 * @param sequences a competition's CSV or a FASTA file, plain or gzip
 * @param library known structures; empty: ideal geometry only
 * @param outputDir folder to make; absent or empty
 * @param seed of everything random
 * @param pdb whether guesses are also written as PDB files
 * @param method what guesses are made from
 * @param checkpoint a trained model, its run or one of its checkpoints
 */
public record RnaPredictSettings(
    Path sequences,
    Optional<Path> library,
    Path outputDir,
    long seed,
    PdbOutput pdb,
    GuessMethod method,
    Optional<Path> checkpoint) {
  /** Without a trained model. */
  public RnaPredictSettings(
      Path sequences, Optional<Path> library, Path outputDir, long seed, PdbOutput pdb) {
    this(sequences, library, outputDir, seed, pdb, GuessMethod.MIXED, Optional.empty());
  }
}
