package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file could not be written: a full disk, most often. Nothing of it counts as whole. */
public final class WriteFailedException extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  /**
   * @param file path or name, for the message
   */
  public WriteFailedException(String file, IOException cause) {
    super(
        "%s cannot be written: %s; free space or choose another --output-dir"
            .formatted(file.substring(file.lastIndexOf('/') + 1), reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
