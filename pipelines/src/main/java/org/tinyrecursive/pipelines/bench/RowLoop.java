package org.tinyrecursive.pipelines.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.CheckedRow;
import org.tinyrecursive.transforms.beam.GroupExpansion;
import org.tinyrecursive.transforms.beam.PuzzleRow;
import org.tinyrecursive.transforms.beam.RowFormat;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.ShardWriter;

/** One loop in one thread: line, check, copies, tokens, one Arrow file on the disk. */
final class RowLoop {
  private static final int GZIP_BUFFER_BYTES = 1 << 16;

  private final RowFormat format;
  private final GroupExpansion<PuzzleRow> expansion;

  RowLoop(RowFormat format, GroupExpansion<PuzzleRow> expansion) {
    this.format = format;
    this.expansion = expansion;
  }

  /** Returns the number of examples written. */
  long write(Path raw, Path arrow) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(open(raw), StandardCharsets.UTF_8));
        FileChannel channel =
            FileChannel.open(arrow, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ShardWriter writer =
            new ShardWriter(
                channel,
                format.cells(),
                Compression.ZSTD,
                ShardWriter.defaultRowsPerBatch(format.cells()))) {
      lines.readLine(); // the header
      LoopGroups groups = new LoopGroups(writer);
      int number = 2;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        PuzzleRow row = PuzzleRow.of(0, number, parse(line, raw, number));
        groups.begin(expansion.puzzles(row));
        expansion.expand(row, groups);
        number++;
      }
      writer.finish(arrow.getFileName().toString());
      // The pipeline's files are on the disk when it ends, so these are too.
      channel.force(true);
      return groups.rows();
    }
  }

  private CheckedRow parse(String line, Path file, int number) {
    try {
      return format.parse(line);
    } catch (RejectedRowException bad) {
      throw new InputRefusedException(
          "%s:%d: %s; a benchmark takes good rows only"
              .formatted(file.getFileName(), number, bad.getMessage()),
          bad);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream stored = Files.newInputStream(file);
    return file.toString().endsWith(".gz")
        ? new GZIPInputStream(stored, GZIP_BUFFER_BYTES)
        : stored;
  }
}
