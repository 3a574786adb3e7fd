package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** The sha256 of files, as manifests record it. */
public final class FileDigest {
  private FileDigest() {}

  /** Of a file of this machine, hexadecimal. */
  public static String sha256(Path file) throws IOException {
    return Sha256.of(file);
  }
}
