package org.tinyrecursive.transforms.dataset;

import java.util.Arrays;

/**
 * Copies examples out of a split: decompresses the one record batch that holds the example, and
 * keeps the last few. For one thread; as many as wanted may share a split.
 */
public final class ExampleCursor implements AutoCloseable {
  private static final int KEPT_BATCHES = 4;
  private static final int EMPTY = -1;

  private final Split split;
  private final int seqLen;
  private final BufferDecoder decoder = new BufferDecoder();
  private final int[] batches = new int[KEPT_BATCHES];
  private final byte[][] inputs = new byte[KEPT_BATCHES][0];
  private final byte[][] labels = new byte[KEPT_BATCHES][0];
  private int oldest;

  ExampleCursor(Split split) {
    this.split = split;
    seqLen = split.seqLen();
    Arrays.fill(batches, EMPTY);
  }

  /**
   * Copies the tokens of one example.
   *
   * @param example position in the split, 0 … exampleCount − 1
   * @param inputs receives seqLen tokens from {@code inputsAt} on; a token above 127 is negative
   * @param labels receives seqLen tokens from {@code labelsAt} on
   * @throws org.tinyrecursive.transforms.InputRefusedException if the shard is damaged
   */
  public void copy(int example, byte[] inputs, int inputsAt, byte[] labels, int labelsAt) {
    int batch = split.batchOf(example);
    int slot = load(batch);
    int from = (example - split.batch(batch).firstExample()) * seqLen;
    System.arraycopy(this.inputs[slot], from, inputs, inputsAt, seqLen);
    System.arraycopy(this.labels[slot], from, labels, labelsAt, seqLen);
  }

  private int load(int batch) {
    for (int slot = 0; slot < KEPT_BATCHES; slot++) {
      if (batches[slot] == batch) {
        return slot;
      }
    }
    int slot = oldest;
    oldest = (oldest + 1) % KEPT_BATCHES;
    BatchLocation location = split.batch(batch);
    int length = location.rows() * seqLen;
    batches[slot] = EMPTY; // a failure must not leave half a batch behind
    inputs[slot] = decoder.read(location.file(), location.inputs(), inputs[slot], length);
    labels[slot] = decoder.read(location.file(), location.labels(), labels[slot], length);
    batches[slot] = batch;
    return slot;
  }

  /** Releases the decompressor's memory. */
  @Override
  public void close() {
    decoder.close();
  }
}
