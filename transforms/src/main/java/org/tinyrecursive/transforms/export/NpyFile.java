package org.tinyrecursive.transforms.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes one array as NumPy's format 1.0 has it (magic, version, length of the header, header,
 * little-endian values row by row), value by value.
 */
final class NpyFile implements Closeable {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int BUFFER_BYTES = 1 << 18;

  private final OutputStream out;
  private final ByteBuffer number =
      ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private NpyFile(OutputStream out) {
    this.out = out;
  }

  /** An array of unsigned bytes of this shape. */
  static NpyFile ofBytes(Path file, int... shape) throws IOException {
    return create(file, "|u1", shape);
  }

  /** An array of 32-bit integers of this shape. */
  static NpyFile ofInts(Path file, int... shape) throws IOException {
    return create(file, "<i4", shape);
  }

  void write(byte[] values) throws IOException {
    out.write(values);
  }

  void write(int value) throws IOException {
    number.putInt(0, value);
    out.write(number.array());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static NpyFile create(Path file, String type, int[] shape) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    String sides =
        IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
            + (shape.length == 1 ? "," : "");
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, sides);
    int length = header.length() + 1;
    int before = MAGIC.length + Short.BYTES;
    int padding = Math.floorMod(-(before + length), ALIGNMENT);
    out.write(MAGIC);
    out.write((length + padding) & 0xFF);
    out.write((length + padding) >> 8);
    out.write((header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    return new NpyFile(out);
  }
}
