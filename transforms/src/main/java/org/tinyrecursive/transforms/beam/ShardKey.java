package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;

/**
 * Names a shard by all that its bytes depend on: its place in the split, the ids before it, how the
 * file is written, the expansion with its settings, and the raw records in their order.
 */
final class ShardKey {
  /** Raised whenever an expansion or the shard writer makes other bytes of the same input. */
  private static final int REVISION = 1;

  private ShardKey() {}

  /**
   * 64 hexadecimal digits.
   *
   * @param file path of the shard in the dataset
   * @param records sorted
   */
  static <R> String of(
      String file,
      ShardSettings settings,
      ShardSize before,
      GroupExpansion<R> expansion,
      List<R> records) {
    HashingStream out = new HashingStream(OutputStream.nullOutputStream());
    try (out) {
      String head =
          "%d %s %d %s %d %d\n"
              .formatted(
                  REVISION,
                  file,
                  settings.seqLen(),
                  settings.compression().label(),
                  before.groups(),
                  before.puzzles());
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(SerializableUtils.serializeToByteArray(expansion));
      for (R record : records) {
        expansion.coder().encode(record, out);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("a digest takes every byte", impossible);
    }
    return out.sha256();
  }
}
