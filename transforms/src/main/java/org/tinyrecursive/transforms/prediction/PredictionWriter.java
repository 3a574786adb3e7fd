package org.tinyrecursive.transforms.prediction;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;

/**
 * Writes predictions as one Arrow IPC file, buffers compressed with ZSTD. The same rows give the
 * same bytes. For one thread.
 *
 * <p>Columns as {@link PredictionSchema} has them.
 */
public final class PredictionWriter implements AutoCloseable {
  private static final int ROWS_PER_BATCH = 1024;

  private final int seqLen;
  private final BufferAllocator allocator = new RootAllocator();
  private final FileChannel channel;
  private final VectorSchemaRoot root;
  private final ArrowFileWriter writer;
  private int rows;

  /**
   * Starts a file.
   *
   * @param file that does not exist yet
   * @param seqLen tokens per question
   * @throws IOException if it exists or cannot be written
   */
  public PredictionWriter(Path file, int seqLen) throws IOException {
    this.seqLen = seqLen;
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    root = VectorSchemaRoot.create(PredictionSchema.of(seqLen), allocator);
    writer =
        new ArrowFileWriter(
            root,
            null,
            channel,
            Map.of(),
            IpcOption.DEFAULT,
            CommonsCompressionFactory.INSTANCE,
            CodecType.ZSTD);
    writer.start();
  }

  /** Adds a row. */
  public void append(Prediction row) throws IOException {
    List<FieldVector> columns = root.getFieldVectors();
    ((IntVector) columns.get(0)).setSafe(rows, row.id());
    appendTokens((FixedSizeListVector) columns.get(1), row.question());
    appendTokens((FixedSizeListVector) columns.get(2), row.prediction());
    ((BitVector) columns.get(3)).setSafe(rows, row.correct() ? 1 : 0);
    ((Float4Vector) columns.get(4)).setSafe(rows, row.qHalt());
    ((IntVector) columns.get(5)).setSafe(rows, row.steps());
    ((BitVector) columns.get(6)).setSafe(rows, row.verified() ? 1 : 0);
    ((IntVector) columns.get(7)).setSafe(rows, row.puzzle());
    rows++;
    if (rows == ROWS_PER_BATCH) {
      writeBatch();
    }
  }

  private void appendTokens(FixedSizeListVector column, byte[] tokens) {
    if (tokens.length != seqLen) {
      throw new IllegalArgumentException(
          "row %d has %d tokens, expected %d".formatted(rows, tokens.length, seqLen));
    }
    int start = column.startNewValue(rows);
    UInt1Vector items = (UInt1Vector) column.getDataVector();
    for (int i = 0; i < seqLen; i++) {
      items.setSafe(start + i, tokens[i]);
    }
  }

  private void writeBatch() throws IOException {
    root.setRowCount(rows);
    writer.writeBatch();
    // Clearing, not resetting: rows of a batch must not depend on those before it.
    root.clear();
    rows = 0;
  }

  /** Completes the file, which is not whole without it. */
  public void finish() throws IOException {
    if (rows > 0) {
      writeBatch();
    }
    writer.end();
    channel.force(true);
  }

  /** Releases memory and closes the file. */
  @Override
  public void close() throws IOException {
    writer.close();
    root.close();
    channel.close();
    allocator.close();
  }
}
