package org.tinyrecursive.transforms.dataset;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The rows of one record batch as they arrive, and the body that they make. */
final class BatchBuffers implements AutoCloseable {
  /** Zstandard's default; higher levels gain little on grids and cost much time. */
  private static final int LEVEL = 3;

  private static final int LENGTH_PREFIX_BYTES = Long.BYTES;

  private final int seqLen;
  private final Compression compression;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
  private final byte[][] columns;
  private final long[] offsets = new long[ShardSchema.BUFFERS];
  private final long[] lengths = new long[ShardSchema.BUFFERS];
  private byte[] body = new byte[0];
  private int bodyLength;
  private int rows;

  BatchBuffers(int seqLen, Compression compression, int expectedRows) {
    this.seqLen = seqLen;
    this.compression = compression;
    columns = new byte[ShardSchema.ID_COLUMNS.size() + ShardSchema.TOKEN_COLUMNS.size()][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = new byte[expectedRows * width(column)];
    }
  }

  int rows() {
    return rows;
  }

  void append(int[] ids, byte[] inputs, byte[] labels) {
    for (int column = 0; column < columns.length; column++) {
      int end = Math.multiplyExact(rows + 1, width(column));
      if (columns[column].length < end) {
        columns[column] = Arrays.copyOf(columns[column], Math.max(end, 2 * (end - width(column))));
      }
    }
    for (int column = 0; column < ids.length; column++) {
      littleEndian(columns[column]).putInt(rows * Integer.BYTES, ids[column]);
    }
    System.arraycopy(inputs, 0, columns[ids.length], rows * seqLen, seqLen);
    System.arraycopy(labels, 0, columns[ids.length + 1], rows * seqLen, seqLen);
    rows++;
  }

  /** Lays the rows out as a record batch body, forgets them, and returns the metadata message. */
  byte[] encode() {
    bodyLength = 0;
    Arrays.fill(lengths, 0);
    int buffer = 0;
    for (int column = 0; column < columns.length; column++) {
      boolean ids = column < ShardSchema.ID_COLUMNS.size();
      int empty =
          (ids ? ShardSchema.BUFFERS_PER_ID_COLUMN : ShardSchema.BUFFERS_PER_TOKEN_COLUMN) - 1;
      // No validity buffers: nothing is null.
      for (int i = 0; i < empty; i++) {
        offsets[buffer++] = bodyLength;
      }
      offsets[buffer] = bodyLength;
      lengths[buffer++] = encode(columns[column], rows * width(column));
    }
    byte[] metadata =
        ArrowMessages.recordBatch(rows, seqLen, compression, offsets, lengths, bodyLength);
    rows = 0;
    return metadata;
  }

  byte[] body() {
    return body;
  }

  int bodyLength() {
    return bodyLength;
  }

  /** Appends one buffer to the body, padded with zeros, and returns its length without padding. */
  private int encode(byte[] values, int length) {
    int bound = LENGTH_PREFIX_BYTES + (int) Zstd.compressBound(length) + ArrowMessages.ALIGNMENT;
    if (body.length < bodyLength + bound) {
      body = Arrays.copyOf(body, Math.max(bodyLength + bound, 2 * body.length));
    }
    int written;
    if (compression == Compression.NONE) {
      System.arraycopy(values, 0, body, bodyLength, length);
      written = length;
    } else {
      written = LENGTH_PREFIX_BYTES + compress(values, length, bodyLength + LENGTH_PREFIX_BYTES);
    }
    int end = (int) ArrowMessages.padded(bodyLength + written);
    Arrays.fill(body, bodyLength + written, end, (byte) 0);
    bodyLength = end;
    return written;
  }

  /** Writes the values, compressed where that is shorter, and the prefix that tells which. */
  private int compress(byte[] values, int length, int at) {
    int compressed = zstd.compressByteArray(body, at, body.length - at, values, 0, length);
    boolean shorter = compressed < length;
    littleEndian(body).putLong(at - LENGTH_PREFIX_BYTES, shorter ? length : -1);
    if (shorter) {
      return compressed;
    }
    System.arraycopy(values, 0, body, at, length);
    return length;
  }

  private int width(int column) {
    return column < ShardSchema.ID_COLUMNS.size() ? Integer.BYTES : seqLen;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    zstd.close();
  }
}
