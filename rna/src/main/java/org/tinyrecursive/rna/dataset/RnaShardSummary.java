package org.tinyrecursive.rna.dataset;

import java.io.Serializable;

/**
 * What the manifest records of a shard.
 *
 * @param split its split
 * @param file path inside the dataset
 * @param targets in it
 * @param rows windows of those targets
 * @param residues of all windows
 * @param unresolvedWindows windows left out, having no residue with a position
 * @param bytes size of the file
 * @param sha256 of the file, hexadecimal
 */
public record RnaShardSummary(
    String split,
    String file,
    long targets,
    long rows,
    long residues,
    long unresolvedWindows,
    long bytes,
    String sha256)
    implements Serializable {}
