package org.tinyrecursive.pipelines.storage;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A folder in Google Cloud Storage.
 *
 * @param bucket its bucket
 * @param folder its name in the bucket, without {@code /} at either end
 */
public record StoragePath(String bucket, String folder) implements Serializable {
  private static final String SCHEME = "gs://";
  private static final Pattern PATH = Pattern.compile("gs://([a-z0-9][a-z0-9._-]*)/(.*[^/])/*");

  /** Whether a place is one of this kind. */
  public static boolean isOne(String place) {
    return place.startsWith(SCHEME);
  }

  /**
   * Reads {@code gs://bucket/folder}.
   *
   * @throws InputRefusedException if it is no folder of a bucket
   */
  public static StoragePath parse(String place) {
    Matcher parts = PATH.matcher(place);
    if (!parts.matches()) {
      throw new InputRefusedException(
          "'%s' is no place for a dataset, expected gs://bucket/folder".formatted(place));
    }
    return new StoragePath(parts.group(1), parts.group(2));
  }

  /** Name in the bucket of a file of this folder. */
  public String object(String file) {
    return folder + "/" + file;
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + folder;
  }
}
