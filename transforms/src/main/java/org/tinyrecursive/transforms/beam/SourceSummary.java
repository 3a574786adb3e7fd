package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * What was found in one raw file.
 *
 * @param source the file
 * @param bytes its size as stored
 * @param sha256 of the stored file, hexadecimal
 * @param read rows after the header
 * @param belowMinDifficulty good rows left out for their rating
 * @param rejected rows refused
 */
public record SourceSummary(
    SudokuSource source,
    long bytes,
    String sha256,
    long read,
    long belowMinDifficulty,
    long rejected)
    implements Serializable {}
