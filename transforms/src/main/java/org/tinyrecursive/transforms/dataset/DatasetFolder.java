package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where the files of a dataset lie, if it is not this machine: one file at a time is here. */
public interface DatasetFolder {
  /** Bytes of every file, by its path inside the dataset, with {@code /}. */
  Map<String, Long> files() throws IOException;

  /**
   * Has a file read on this machine.
   *
   * @param file path inside the dataset, one of {@link #files}
   */
  <T> T read(String file, Body<T> body) throws IOException;

  /**
   * Reads a file.
   *
   * @param <T> what is made of it
   */
  @FunctionalInterface
  interface Body<T> {
    /** Reads a file that is here until this returns. */
    T read(Path file) throws IOException;
  }
}
