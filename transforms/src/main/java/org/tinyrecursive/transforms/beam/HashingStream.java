package org.tinyrecursive.transforms.beam;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes what is written through it. */
final class HashingStream extends FilterOutputStream {
  private final MessageDigest digest;

  HashingStream(OutputStream out) {
    super(out);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void write(int value) throws IOException {
    digest.update((byte) value);
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    digest.update(bytes, from, length);
    out.write(bytes, from, length);
  }

  /** The sha256 of all bytes, hexadecimal; once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
