package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A file of any length in memory, mapped read-only.
 *
 * <p>One mapping holds at most 2 GiB, so there is one for every {@code stride} bytes, each twice as
 * long: a piece no longer than the stride lies whole in the mapping that its first byte selects.
 * Mappings go when they are garbage-collected. Safe for use by several threads.
 */
final class MappedFile {
  private static final int STRIDE = 1 << 30;

  private final Path file;
  private final long size;
  private final int stride;
  private final MappedByteBuffer[] windows;

  private MappedFile(Path file, long size, int stride, MappedByteBuffer[] windows) {
    this.file = file;
    this.size = size;
    this.stride = stride;
    this.windows = windows;
  }

  static MappedFile open(Path file) throws IOException {
    return open(file, STRIDE);
  }

  static MappedFile open(Path file, int stride) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      MappedByteBuffer[] windows = new MappedByteBuffer[(int) ((size + stride - 1) / stride)];
      for (int i = 0; i < windows.length; i++) {
        long start = (long) i * stride;
        long length = Math.min(size - start, Math.min(2L * stride, Integer.MAX_VALUE));
        windows[i] = channel.map(MapMode.READ_ONLY, start, length);
      }
      return new MappedFile(file, size, stride, windows);
    }
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  /**
   * A view of {@code length} bytes from {@code offset}, little-endian.
   *
   * @throws InputRefusedException if these are not all in the file
   */
  ByteBuffer slice(long offset, long length) {
    if (offset < 0 || length < 0 || length > size || offset > size - length) {
      throw new InputRefusedException(
          "%s is damaged: it refers to %d bytes at %d, but has %d in all; get it again or rebuild"
              .formatted(file, length, offset, size));
    }
    if (length >= stride) {
      throw new InputRefusedException(
          "%s has a piece of %d bytes, allowed: below %d; write smaller record batches"
              .formatted(file, length, stride));
    }
    if (length == 0) {
      return ByteBuffer.allocate(0);
    }
    int window = (int) (offset / stride);
    return windows[window]
        .slice((int) (offset - (long) window * stride), (int) length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
