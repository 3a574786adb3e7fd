package org.tinyrecursive.transforms.beam;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes and counts what is read through it. */
final class DigestingStream extends FilterInputStream {
  private final MessageDigest digest;
  private long bytes;

  DigestingStream(InputStream in) {
    super(in);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      digest.update((byte) value);
      bytes++;
    }
    return value;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = in.read(target, from, length);
    if (read > 0) {
      digest.update(target, from, read);
      bytes += read;
    }
    return read;
  }

  @Override
  public long skip(long count) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Bytes read so far. */
  long bytes() {
    return bytes;
  }

  /** The sha256 of the bytes read so far, hexadecimal. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException jdkDigestsAreCloneable) {
      throw new IllegalStateException(jdkDigestsAreCloneable);
    }
  }
}
