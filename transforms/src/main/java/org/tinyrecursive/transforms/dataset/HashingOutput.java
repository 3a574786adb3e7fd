package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;

/** Writes to a channel in large pieces, counting and hashing what passes. */
final class HashingOutput {
  private static final int BUFFER_BYTES = 1 << 18;

  private final WritableByteChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer pending = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private long position;

  HashingOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  /** Bytes taken so far. */
  long position() {
    return position;
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, bytes.length);
  }

  void write(byte[] bytes, int length) throws IOException {
    digest.update(bytes, 0, length);
    position += length;
    int taken = 0;
    while (taken < length) {
      int piece = Math.min(length - taken, pending.remaining());
      pending.put(bytes, taken, piece);
      taken += piece;
      if (!pending.hasRemaining()) {
        flush();
      }
    }
  }

  void flush() throws IOException {
    pending.flip();
    while (pending.hasRemaining()) {
      channel.write(pending);
    }
    pending.clear();
  }

  /** The hash of all bytes taken; once, at the end. */
  String sha256() {
    return Sha256.hex(digest);
  }
}
