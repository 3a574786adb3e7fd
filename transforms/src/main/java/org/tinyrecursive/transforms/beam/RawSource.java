package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * A raw file and where its puzzles go.
 *
 * @param spec a local path or a URI such as {@code gs://bucket/train.csv.gz}
 * @param split what it is read for: "train", "test", or another name that the task gives it
 * @param index its place among all sources, from 0; orders rejects and sources
 */
public record RawSource(String spec, String split, int index) implements Serializable {
  /** The file's name without its folders: all that a dataset says about where it came from. */
  public String name() {
    return fileName(spec);
  }

  static String fileName(String spec) {
    return spec.substring(spec.lastIndexOf('/') + 1);
  }
}
