package org.tinyrecursive.transforms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Packs bytes for tests. */
public final class Gzip {
  private Gzip() {}

  /** One member for each text, one after the other. */
  public static byte[] members(String... texts) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (String text : texts) {
      packed.writeBytes(member(text.getBytes(StandardCharsets.UTF_8)));
    }
    return packed.toByteArray();
  }

  /** One member. */
  public static byte[] member(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return packed.toByteArray();
  }
}
