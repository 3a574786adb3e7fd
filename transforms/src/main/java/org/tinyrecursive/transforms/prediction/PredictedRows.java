package org.tinyrecursive.transforms.prediction;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Reads the rows of an Arrow file of predictions, with the identifiers of their puzzles; memory is
 * that of one record batch. For one thread.
 */
public final class PredictedRows implements AutoCloseable {
  private static final String ADVICE =
      "; it is cut off or damaged, or no file of trm predict; make it anew";

  /** Far more than a batch takes; what asks for more than this has a damaged length. */
  private static final long MOST_BYTES = 1L << 31;

  private final String name;
  private final BufferAllocator allocator = new RootAllocator(MOST_BYTES);
  private final ArrowFileReader reader;
  private long rowsRead;
  private boolean damaged;

  /** Takes the rows in order. */
  @FunctionalInterface
  public interface Consumer {
    /**
     * Takes a row.
     *
     * @param puzzle identifier of its puzzle
     * @param question [S] tokens
     * @param prediction [S] tokens
     * @param qHalt logit that the prediction is right
     */
    void accept(int puzzle, byte[] question, byte[] prediction, double qHalt);
  }

  /**
   * @param name of the file, for errors
   * @param channel its bytes; closed by {@link #close}
   */
  public PredictedRows(String name, SeekableByteChannel channel) {
    this.name = name;
    this.reader = new ArrowFileReader(channel, allocator, CommonsCompressionFactory.INSTANCE);
  }

  /**
   * Reads all rows.
   *
   * @throws InputRefusedException if the file is cut off, damaged, or lacks a column
   */
  public void forEach(Consumer rows) {
    try {
      VectorSchemaRoot batch = reader.getVectorSchemaRoot();
      IntVector puzzles = column(batch, "puzzle_identifier", IntVector.class);
      Tokens questions = new Tokens(column(batch, "question", FixedSizeListVector.class));
      Tokens predictions = new Tokens(column(batch, "prediction", FixedSizeListVector.class));
      Float4Vector qHalt = column(batch, "q_halt", Float4Vector.class);
      while (reader.loadNextBatch()) {
        for (int row = 0; row < batch.getRowCount(); row++) {
          rows.accept(puzzles.get(row), questions.row(row), predictions.row(row), qHalt.get(row));
        }
        rowsRead += batch.getRowCount();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException found) {
      throw damaged(found.getMessage(), found);
    } catch (InputRefusedException refused) {
      throw refused;
    } catch (RuntimeException found) {
      // Arrow's decoders throw what their library throws: ZSTD errors, flatbuffer assertions.
      throw damaged(found.toString(), found);
    }
  }

  private InputRefusedException damaged(String what, Exception cause) {
    damaged = true;
    return new InputRefusedException(
        "%s: no whole Arrow file after row %,d (%s)%s".formatted(name, rowsRead, what, ADVICE),
        cause);
  }

  private <T extends FieldVector> T column(VectorSchemaRoot batch, String column, Class<T> type) {
    FieldVector vector = batch.getVector(column);
    if (!type.isInstance(vector)) {
      List<String> found = batch.getSchema().getFields().stream().map(f -> f.toString()).toList();
      throw new InputRefusedException(
          "%s: has no column %s as predictions of ARC have it; its columns are %s"
              .formatted(name, column, String.join(", ", found)));
    }
    return type.cast(vector);
  }

  /** A column of tokens. */
  private record Tokens(FixedSizeListVector column) {
    byte[] row(int row) {
      int size = column.getListSize();
      byte[] tokens = new byte[size];
      UInt1Vector items = (UInt1Vector) column.getDataVector();
      items.getDataBuffer().getBytes((long) row * size, tokens);
      return tokens;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    // Arrow's reader forgets buffers that it fills when the file breaks off; closing their
    // allocator
    // would only log that, beside the refusal that says what is wrong.
    if (!damaged) {
      allocator.close();
    }
  }
}
