package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * What was found in one raw file.
 *
 * @param source the file
 * @param bytes its size as stored
 * @param sha256 of the stored file, hexadecimal
 * @param read records of it
 * @param leftOut good records that the settings leave out
 * @param leftOutFor why these are left out, such as {@code below --min-difficulty}
 * @param rejected records refused
 */
public record SourceSummary(
    RawSource source,
    long bytes,
    String sha256,
    long read,
    long leftOut,
    String leftOutFor,
    long rejected)
    implements Serializable {}
