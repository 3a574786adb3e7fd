package org.tinyrecursive.transforms.dataset;

import java.util.List;

/**
 * Where a record batch's columns lie.
 *
 * @param file that holds it
 * @param firstExample its first row's position in the split
 * @param rows in the batch
 * @param ids buffers of {@link ShardSchema#ID_COLUMNS}
 * @param inputs buffer of the input tokens
 * @param labels buffer of the label tokens
 */
record BatchLocation(
    MappedFile file,
    int firstExample,
    int rows,
    List<BufferSlice> ids,
    BufferSlice inputs,
    BufferSlice labels) {}
