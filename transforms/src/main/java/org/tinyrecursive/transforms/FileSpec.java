package org.tinyrecursive.transforms;

import java.util.regex.Pattern;

/**
 * How files are named: by a path of this machine, or by an address in another file system, such as
 * {@code gs://bucket/train.csv}.
 */
public final class FileSpec {
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://.*");

  private FileSpec() {}

  /** Whether it is a path of this machine. */
  public static boolean isLocal(String spec) {
    return !ADDRESS.matcher(spec).matches();
  }
}
