package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an array as NumPy's format 1.0 has it. */
final class NpyArray {
  private static final int LENGTH_AT = 8;

  private NpyArray() {}

  /** The values, little-endian, behind the header. */
  static ByteBuffer read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int start = LENGTH_AT + Short.BYTES + bytes.getShort(LENGTH_AT);
    return bytes.slice(start, bytes.limit() - start).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int[] ints(Path file) throws IOException {
    ByteBuffer values = read(file);
    int[] ints = new int[values.limit() / Integer.BYTES];
    values.asIntBuffer().get(ints);
    return ints;
  }
}
