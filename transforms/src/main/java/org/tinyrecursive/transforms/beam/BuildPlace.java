package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;

/**
 * Where the files of a dataset lie while it is built. Steps write and read through it, wherever
 * they run: none of them may know more of a dataset's place than this.
 */
public interface BuildPlace extends Serializable {
  /**
   * Writes a file, whole or not at all; one of that name is replaced.
   *
   * @param file path inside the dataset, with {@code /}
   * @return what {@code body} returns
   * @throws WriteFailedException if it cannot be written
   */
  <T> T write(String file, Body<T> body);

  /**
   * Opens a file that was written before.
   *
   * @param file path inside the dataset, with {@code /}
   */
  InputStream open(String file) throws IOException;

  /**
   * Bytes of a file; empty where there is none.
   *
   * @param file path inside the dataset, with {@code /}
   */
  OptionalLong size(String file) throws IOException;

  /** What is in a file. */
  @FunctionalInterface
  interface Body<T> {
    /** Writes all of it; need not close the channel. */
    T writeTo(WritableByteChannel channel) throws IOException;
  }
}
