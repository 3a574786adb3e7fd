package org.tinyrecursive.modeltf.train;

/**
 * One batch, row-major, as fed to the graph.
 *
 * @param rows examples B
 * @param seqLen tokens S per example
 * @param inputs [B · S] token values
 * @param labels [B · S] token values, −100 where ignored
 * @param puzzleIdentifiers [B]
 * @param filled rows that hold examples; the others are padding
 */
@SuppressWarnings("ArrayRecordComponent") // buffers for the graph, never compared
public record Batch(
    int rows, int seqLen, int[] inputs, int[] labels, int[] puzzleIdentifiers, int filled) {
  /** The label that the loss ignores. */
  public static final int IGNORE_LABEL = -100;
}
