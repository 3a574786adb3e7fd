package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.pipelines.rna.GuessMethod;

/**
 * Whose structures are to be predicted, and from what.
 *
 * @param library known structures; empty: ideal geometry only
 * @param outputDir folder to make, local or {@code gs://bucket/folder}; absent or empty
 * @param seed of everything random
 * @param pdb whether guesses are also written as PDB files
 * @param method what guesses are made from
 * @param checkpoint a trained model, its run or one of its checkpoints
 * @param msaDirectory folder with alignments of the targets, local or elsewhere; a model is told
 */
public record RnaPredictSettings(
    Optional<Path> library,
    String outputDir,
    long seed,
    PdbOutput pdb,
    GuessMethod method,
    Optional<Path> checkpoint,
    Optional<String> msaDirectory) {
  /** Without a trained model. */
  public RnaPredictSettings(Optional<Path> library, String outputDir, long seed, PdbOutput pdb) {
    this(library, outputDir, seed, pdb, GuessMethod.MIXED, Optional.empty(), Optional.empty());
  }
}
