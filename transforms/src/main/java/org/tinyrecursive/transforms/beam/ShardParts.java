package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the parts of a dataset lie until it is whole. A part is named by the {@link ShardKey} of
 * its shard, so whoever writes it writes the same bytes, and an attempt takes over what attempts
 * before it left: a shard counts as whole when its receipt is there, which is written after it.
 */
public final class ShardParts {
  /** Folder of all parts, beside the other files of a build. */
  public static final String DIRECTORY = "parts";

  private ShardParts() {}

  /** The shard itself. */
  public static String shard(String key) {
    return DIRECTORY + "/" + key + ".arrow";
  }

  /** What the shard's receipt says: a {@link WrittenShard} as JSON. */
  public static String receipt(String key) {
    return DIRECTORY + "/" + key + ".json";
  }

  /** What was noted while the shard was written. */
  static String notes(String key) {
    return DIRECTORY + "/" + key + ".txt";
  }

  /** The shard of that key, if it is there as a whole. */
  static Optional<WrittenShard> find(BuildPlace place, String key) {
    try {
      if (place.size(receipt(key)).isEmpty()) {
        return Optional.empty();
      }
      WrittenShard shard;
      try (InputStream json = place.open(receipt(key))) {
        shard = BuildRecord.JSON.readValue(json, WrittenShard.class);
      }
      if (shard == null) {
        return Optional.empty(); // the receipt says null
      }
      OptionalLong bytes = place.size(shard(key));
      boolean whole = bytes.isPresent() && bytes.getAsLong() == shard.bytes();
      boolean noted =
          !shard.hasNotes()
              || place.size(notes(key)).isPresent()
              || KeptCompanions.of(place).filter(kept -> kept.cover(key)).isPresent();
      return whole && noted && key.equals(shard.key()) ? Optional.of(shard) : Optional.empty();
    } catch (JsonProcessingException damaged) {
      return Optional.empty(); // then the shard is written again
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Says that a shard is whole. */
  public static void confirm(BuildPlace place, WrittenShard shard) {
    place.write(
        receipt(shard.key()),
        channel -> channel.write(ByteBuffer.wrap(BuildRecord.JSON.writeValueAsBytes(shard))));
  }
}
