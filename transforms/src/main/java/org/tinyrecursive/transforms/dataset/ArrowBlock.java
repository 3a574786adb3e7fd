package org.tinyrecursive.transforms.dataset;

/**
 * Where a record batch lies in its file, as the footer records it.
 *
 * @param offset of the message's first byte
 * @param metadataLength bytes of the message, its length prefix included
 * @param bodyLength bytes of the buffers that follow
 */
record ArrowBlock(long offset, int metadataLength, long bodyLength) {}
