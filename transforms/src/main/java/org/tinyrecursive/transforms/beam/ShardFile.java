package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;

/**
 * Writes one shard: sorts its records and expands each into a group, unless an earlier attempt has
 * written it whole. Whoever writes it, and however often, the bytes are the same.
 */
final class ShardFile<R> implements Serializable {
  private static final long serialVersionUID = 1;

  private final GroupExpansion<R> expansion;
  private final ShardSettings settings;
  private final Counter kept = counter(BuildCounters.KEPT);
  private final Counter written = counter(BuildCounters.WRITTEN);
  private final Counter expanded = counter(BuildCounters.EXPANDED_PUZZLES);
  private final Counter reused = counter(BuildCounters.REUSED_SHARDS);

  ShardFile(GroupExpansion<R> expansion, ShardSettings settings) {
    this.expansion = expansion;
    this.settings = settings;
  }

  /**
   * @param before the groups and puzzles of the shards before this one
   */
  WrittenShard write(int shard, Iterable<R> records, ShardSize before) {
    List<R> sorted = sorted(records);
    String key = ShardKey.of(settings.fileName(shard), settings, before, expansion, sorted);
    Optional<WrittenShard> earlier = ShardParts.find(settings.place(), key);
    if (earlier.isPresent()) {
      kept.inc(expansion.countsRecords() ? sorted.size() : 0);
      expanded.inc(sorted.stream().mapToLong(expansion::puzzles).sum());
      reused.inc();
      return earlier.get();
    }
    Content content =
        settings
            .place()
            .write(ShardParts.shard(key), channel -> write(shard, key, sorted, before, channel));
    WrittenShard whole =
        WrittenShard.of(
            key,
            settings.split(),
            shard,
            content.entry(),
            content.largestIdentifier(),
            expansion.hasNotes());
    ShardParts.confirm(settings.place(), whole);
    return whole;
  }

  private Content write(
      int shard, String key, List<R> records, ShardSize before, WritableByteChannel channel)
      throws IOException {
    if (!expansion.hasNotes()) {
      return write(shard, records, before, channel, Writer.nullWriter());
    }
    return settings
        .place()
        .write(
            ShardParts.notes(key),
            notes -> {
              try (Writer lines = Channels.newWriter(notes, StandardCharsets.UTF_8)) {
                return write(shard, records, before, channel, lines);
              }
            });
  }

  private Content write(
      int shard, List<R> records, ShardSize before, WritableByteChannel channel, Writer notes)
      throws IOException {
    try (ShardWriter writer =
        new ShardWriter(
            channel,
            settings.seqLen(),
            settings.compression(),
            ShardWriter.defaultRowsPerBatch(settings.seqLen()))) {
      ShardGroups groups = new ShardGroups(writer, notes, before);
      for (R record : records) {
        long rowsBefore = groups.rows();
        int puzzles = expansion.puzzles(record);
        groups.begin(puzzles);
        expansion.expand(record, groups);
        kept.inc(expansion.countsRecords() ? 1 : 0);
        expanded.inc(puzzles);
        written.inc(groups.rows() - rowsBefore);
      }
      return new Content(writer.finish(settings.fileName(shard)), groups.largestIdentifier());
    }
  }

  private List<R> sorted(Iterable<R> records) {
    List<R> sorted = new ArrayList<>();
    records.forEach(sorted::add);
    sorted.sort(
        Comparator.<R, Long>comparing(expansion::place, Long::compareUnsigned)
            .thenComparing(expansion.byOrigin()));
    return sorted;
  }

  private static Counter counter(String name) {
    return Metrics.counter(BuildCounters.NAMESPACE, name);
  }

  /** What the file holds. */
  private record Content(ShardEntry entry, int largestIdentifier) {}
}
