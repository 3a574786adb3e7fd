package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Writes one shard: sorts its rows, expands each into a group, and renames the file when it is
 * whole. Whoever writes it, and however often, the bytes are the same.
 */
final class SudokuShardFile implements Serializable {
  private static final long serialVersionUID = 1;

  private final int side;
  private final SudokuExpansion expansion;
  private final ShardSettings settings;
  private final Counter kept = Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.KEPT);
  private final Counter written = Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.WRITTEN);

  SudokuShardFile(int side, SudokuExpansion expansion, ShardSettings settings) {
    this.side = side;
    this.expansion = expansion;
    this.settings = settings;
  }

  /**
   * @param before the groups and puzzles of the shards before this one
   */
  WrittenShard write(int shard, Iterable<SudokuRow> rows, ShardSize before) {
    Path target = Path.of(settings.directory()).resolve(settings.fileName(shard));
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      ShardEntry entry = writeTo(temporary, shard, sorted(rows), before);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return WrittenShard.of(settings.split(), shard, entry);
    } catch (IOException failed) {
      throw new WriteFailedException(target, failed);
    }
  }

  private ShardEntry writeTo(Path file, int shard, List<SudokuRow> rows, ShardSize before)
      throws IOException {
    SudokuShape shape = SudokuShape.ofSide(side);
    try (ShardWriter writer =
        new ShardWriter(
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            shape.cells(),
            settings.compression(),
            ShardWriter.defaultRowsPerBatch(shape.cells()))) {
      int group = (int) before.groups();
      int firstPuzzle = (int) before.puzzles();
      for (SudokuRow row : rows) {
        int groupId = group;
        int puzzleId = firstPuzzle;
        expansion.expand(
            shape,
            row,
            (copy, inputs, labels) ->
                writer.append(groupId, puzzleId + copy, 0, 0, inputs, labels));
        group++;
        firstPuzzle += expansion.puzzles(row);
        kept.inc();
        written.inc(expansion.puzzles(row));
      }
      return writer.finish(settings.fileName(shard));
    }
  }

  private List<SudokuRow> sorted(Iterable<SudokuRow> rows) {
    List<SudokuRow> sorted = new ArrayList<>();
    rows.forEach(sorted::add);
    sorted.sort(
        Comparator.<SudokuRow, Long>comparing(
                row -> row.place(settings.seed()), Long::compareUnsigned)
            .thenComparing(SudokuRow.BY_ORIGIN));
    return sorted;
  }
}
