package org.tinyrecursive.transforms.dataset;

/**
 * Where one buffer of a record batch lies in its file.
 *
 * @param offset of the first byte
 * @param length in bytes as stored
 * @param compression of these bytes
 */
record BufferSlice(long offset, int length, Compression compression) {}
