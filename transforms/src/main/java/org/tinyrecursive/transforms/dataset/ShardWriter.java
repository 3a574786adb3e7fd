package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one shard: rows in, the bytes of an Arrow IPC file out, the same rows always giving the
 * same bytes.
 *
 * <p>Rows come in order: groups ascend, puzzles ascend, examples ascend within their puzzle. A
 * record batch ends at the first puzzle boundary at or after the asked number of rows, so that a
 * puzzle never straddles two. Memory is that of one batch. For one thread.
 */
public final class ShardWriter implements AutoCloseable {
  private static final int DEFAULT_BATCH_BYTES = 1 << 14;

  private final WritableByteChannel channel;
  private final int seqLen;
  private final int rowsPerBatch;
  private final HashingOutput output;
  private final BatchBuffers batch;
  private final RowOrder order = new RowOrder();
  private final List<ArrowBlock> blocks = new ArrayList<>();
  private final int[] ids = new int[ShardSchema.ID_COLUMNS.size()];
  private long rows;
  private long groups;
  private long puzzles;
  private boolean finished;

  /**
   * Starts a shard.
   *
   * @param channel where the file's bytes go; closed by {@link #close()}
   * @param seqLen tokens per row
   * @param rowsPerBatch 1 and above, see {@link #defaultRowsPerBatch}
   */
  public ShardWriter(
      WritableByteChannel channel, int seqLen, Compression compression, int rowsPerBatch)
      throws IOException {
    if (seqLen < 1 || rowsPerBatch < 1) {
      throw new IllegalArgumentException(
          "seqLen is %d and rowsPerBatch %d, allowed: 1 and above".formatted(seqLen, rowsPerBatch));
    }
    this.channel = channel;
    this.seqLen = seqLen;
    this.rowsPerBatch = rowsPerBatch;
    output = new HashingOutput(channel);
    batch = new BatchBuffers(seqLen, compression, rowsPerBatch);
    output.write(ArrowMessages.fileStart());
    output.write(ArrowMessages.schema(seqLen));
  }

  /** Rows per batch that balance size on disk against the cost of reading one puzzle. */
  public static int defaultRowsPerBatch(int seqLen) {
    return Math.max(1, DEFAULT_BATCH_BYTES / (2 * seqLen));
  }

  /**
   * Adds a row.
   *
   * @param groupId of the original puzzle, at least that of the row before
   * @param puzzleId within the split; gaps are allowed
   * @param puzzleIdentifier row of the puzzle embedding table; one per puzzle
   * @param exampleId ascending within the puzzle
   * @param inputs [seqLen] tokens, copied
   * @param labels [seqLen] tokens, copied
   * @throws IllegalArgumentException if the row is out of order or of another length
   */
  public void append(
      int groupId, int puzzleId, int puzzleIdentifier, int exampleId, byte[] inputs, byte[] labels)
      throws IOException {
    if (inputs.length != seqLen || labels.length != seqLen) {
      throw new IllegalArgumentException(
          "row %d has %d inputs and %d labels, expected %d"
              .formatted(rows, inputs.length, labels.length, seqLen));
    }
    order
        .accept(groupId, puzzleId, puzzleIdentifier, exampleId)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("row %d: %s".formatted(rows, problem));
            });
    if (order.newPuzzle() && batch.rows() >= rowsPerBatch) {
      writeBatch();
    }
    ids[0] = groupId;
    ids[1] = puzzleId;
    ids[2] = puzzleIdentifier;
    ids[3] = exampleId;
    batch.append(ids, inputs, labels);
    rows++;
    groups += order.newGroup() ? 1 : 0;
    puzzles += order.newPuzzle() ? 1 : 0;
  }

  /**
   * Completes the file; no row can follow.
   *
   * @param file path inside the dataset, see {@link ShardEntry#fileName}
   * @return what the manifest records of this shard
   */
  public ShardEntry finish(String file) throws IOException {
    if (finished) {
      throw new IllegalStateException(file + " is finished already");
    }
    finished = true;
    if (batch.rows() > 0) {
      writeBatch();
    }
    output.write(ArrowMessages.fileEnd(seqLen, blocks));
    output.flush();
    return new ShardEntry(file, rows, groups, puzzles, output.position(), output.sha256());
  }

  private void writeBatch() throws IOException {
    byte[] metadata = batch.encode();
    blocks.add(new ArrowBlock(output.position(), metadata.length, batch.bodyLength()));
    output.write(metadata);
    output.write(batch.body(), batch.bodyLength());
  }

  /** Releases memory and closes the channel; without {@link #finish} the file is not whole. */
  @Override
  public void close() throws IOException {
    batch.close();
    channel.close();
  }
}
