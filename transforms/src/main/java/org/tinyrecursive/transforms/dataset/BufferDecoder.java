package org.tinyrecursive.transforms.dataset;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import org.tinyrecursive.transforms.InputRefusedException;

/** Reads buffers of mapped shards into arrays, decompressing where needed. For one thread. */
final class BufferDecoder implements AutoCloseable {
  private static final int LENGTH_PREFIX_BYTES = Long.BYTES;
  private static final long STORED = -1;

  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();

  /**
   * Reads the {@code length} bytes that the buffer holds.
   *
   * @param reuse an array that may be used for the result
   * @return the bytes from index 0, in {@code reuse} if they fit
   * @throws InputRefusedException if it holds another number or cannot be decompressed
   */
  byte[] read(MappedFile file, BufferSlice slice, byte[] reuse, int length) {
    ByteBuffer source = file.slice(slice.offset(), slice.length());
    if (slice.compression() == Compression.NONE) {
      check(file, slice, slice.length(), length);
      byte[] target = roomFor(length, reuse);
      source.get(0, target, 0, length);
      return target;
    }
    if (slice.length() < LENGTH_PREFIX_BYTES) {
      throw damaged(file, slice, "it is too short for its length prefix", null);
    }
    long found = source.getLong(0);
    int stored = slice.length() - LENGTH_PREFIX_BYTES;
    check(file, slice, found == STORED ? stored : found, length);
    byte[] target = roomFor(length, reuse);
    if (found == STORED) {
      source.get(LENGTH_PREFIX_BYTES, target, 0, length);
      return target;
    }
    try {
      int written =
          zstd.decompressDirectByteBufferToByteArray(
              target, 0, length, source, LENGTH_PREFIX_BYTES, stored);
      check(file, slice, written, length);
      return target;
    } catch (ZstdException e) {
      throw damaged(file, slice, "Zstandard says: " + e.getMessage(), e);
    }
  }

  /** Only after the length was checked: a damaged file must not ask for gigabytes. */
  private static byte[] roomFor(int length, byte[] reuse) {
    return reuse.length >= length ? reuse : new byte[length];
  }

  private static void check(MappedFile file, BufferSlice slice, long found, int expected) {
    if (found != expected) {
      throw damaged(file, slice, "it holds %d bytes, expected %d".formatted(found, expected), null);
    }
  }

  private static InputRefusedException damaged(
      MappedFile file, BufferSlice slice, String why, Throwable cause) {
    return new InputRefusedException(
        "%s is damaged: buffer at byte %d: %s; `trm dataset verify` tells what else is"
            .formatted(file.file(), slice.offset(), why),
        cause);
  }

  @Override
  public void close() {
    zstd.close();
  }
}
