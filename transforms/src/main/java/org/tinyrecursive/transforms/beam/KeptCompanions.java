package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The companions of a dataset of which some shards are made again. They are made from notes, which
 * a dataset does not keep; but where every shard is again one of those that they were made from,
 * they are the same.
 */
public final class KeptCompanions {
  private static final String DIRECTORY = "kept/";

  private final BuildPlace place;
  private final BuildRecord record;

  private KeptCompanions(BuildPlace place, BuildRecord record) {
    this.place = place;
    this.record = record;
  }

  /** Where a build finds a companion of the dataset that it mends. */
  public static String file(String companion) {
    return DIRECTORY + companion;
  }

  /** Says from which shards the companions were made, all of which lie at {@link #file}. */
  public static void confirm(BuildPlace place, BuildRecord record) {
    place.write(
        file(BuildRecord.FILE_NAME), channel -> channel.write(ByteBuffer.wrap(record.toJson())));
  }

  /** Those of a build; empty where it mends nothing. */
  static Optional<KeptCompanions> of(BuildPlace place) throws IOException {
    String file = file(BuildRecord.FILE_NAME);
    if (place.size(file).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream json = place.open(file)) {
      return BuildRecord.parse(json.readAllBytes())
          .map(record -> new KeptCompanions(place, record));
    }
  }

  /** Whether what the shard of that key noted is in them. */
  boolean cover(String key) {
    return keys(record.shards()).contains(key);
  }

  /** Whether these shards, and no others, are those that the companion was made from. */
  boolean has(Companion companion, List<WrittenShard> shards) {
    return record.companions().containsKey(companion.fileName())
        && keys(record.shards()).equals(keys(shards));
  }

  void copy(Companion companion, OutputStream out) throws IOException {
    try (InputStream in = place.open(file(companion.fileName()))) {
      in.transferTo(out);
    }
  }

  private static Set<String> keys(List<WrittenShard> shards) {
    return shards.stream().map(WrittenShard::key).collect(Collectors.toSet());
  }
}
