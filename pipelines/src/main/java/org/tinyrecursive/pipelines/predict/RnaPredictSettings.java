package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose structures are to be predicted, and from what.
 *
 * @param sequences a competition's CSV or a FASTA file, plain or gzip
 * @param library known structures; empty: ideal geometry only
 * @param outputDir folder to make; absent or empty
 * @param seed of everything random
 * @param pdb whether guesses are also written as PDB files
 */
public record RnaPredictSettings(
    Path sequences, Optional<Path> library, Path outputDir, long seed, PdbOutput pdb) {}
