package org.tinyrecursive.transforms.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the buffers of a shard are compressed. */
public enum Compression {
  /** Each buffer is one Zstandard frame, as the Arrow specification has it. */
  ZSTD,
  /** Buffers are stored as they are. */
  NONE;

  /** The name in the manifest and on the command line, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The compression of that {@link #label()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Compression parse(String label) {
    return Arrays.stream(values())
        .filter(value -> value.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "compression is \"%s\", allowed: %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Compression::label)
                                .collect(Collectors.joining(", ")))));
  }
}
