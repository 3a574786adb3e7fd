package org.tinyrecursive.transforms.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/** The ids of the rows of one record batch after another. For one thread. */
final class IdColumns implements AutoCloseable {
  private final BufferDecoder decoder = new BufferDecoder();
  private final byte[][] bytes = new byte[ShardSchema.ID_COLUMNS.size()][0];
  private final IntBuffer[] values = new IntBuffer[ShardSchema.ID_COLUMNS.size()];

  void load(BatchLocation batch) {
    int length = batch.rows() * Integer.BYTES;
    for (int column = 0; column < bytes.length; column++) {
      bytes[column] = decoder.read(batch.file(), batch.ids().get(column), bytes[column], length);
      values[column] = ByteBuffer.wrap(bytes[column]).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }
  }

  int group(int row) {
    return values[0].get(row);
  }

  int puzzle(int row) {
    return values[1].get(row);
  }

  int identifier(int row) {
    return values[2].get(row);
  }

  int example(int row) {
    return values[3].get(row);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
