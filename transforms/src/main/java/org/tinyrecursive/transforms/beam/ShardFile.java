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
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;

/**
 * Writes one shard: sorts its records and expands each into a group. Whoever writes it, and however
 * often, the bytes are the same.
 */
final class ShardFile<R> implements Serializable {
  private static final long serialVersionUID = 1;

  private final GroupExpansion<R> expansion;
  private final ShardSettings settings;
  private final Counter kept = Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.KEPT);
  private final Counter written = Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.WRITTEN);

  ShardFile(GroupExpansion<R> expansion, ShardSettings settings) {
    this.expansion = expansion;
    this.settings = settings;
  }

  /**
   * @param before the groups and puzzles of the shards before this one
   */
  WrittenShard write(int shard, Iterable<R> records, ShardSize before) {
    String file = settings.fileName(shard);
    List<R> sorted = sorted(records);
    return settings
        .place()
        .write(
            file,
            channel ->
                expansion.hasNotes()
                    ? settings
                        .place()
                        .write(
                            ShardNotes.fileOf(file),
                            notes -> {
                              try (Writer lines =
                                  Channels.newWriter(notes, StandardCharsets.UTF_8)) {
                                return write(shard, sorted, before, channel, lines);
                              }
                            })
                    : write(shard, sorted, before, channel, Writer.nullWriter()));
  }

  private WrittenShard write(
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
        groups.begin(expansion.puzzles(record));
        expansion.expand(record, groups);
        kept.inc();
        written.inc(groups.rows() - rowsBefore);
      }
      ShardEntry entry = writer.finish(settings.fileName(shard));
      return WrittenShard.of(
          settings.split(), shard, entry, groups.largestIdentifier(), expansion.hasNotes());
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
}
