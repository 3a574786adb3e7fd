package org.tinyrecursive.transforms.dataset;

/**
 * A raw file that a dataset was built from.
 *
 * @param name the file's name without its folders, so that the same input gives the same manifest
 *     wherever it lies
 * @param bytes size of the file
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 */
public record SourceEntry(String name, long bytes, String sha256) {
  public SourceEntry {
    if (name.contains("/") || name.contains("\\")) {
      throw new IllegalArgumentException("source name is \"" + name + "\", allowed: no folders");
    }
  }
}
