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
import org.tinyrecursive.transforms.beam.PuzzleRow;
import org.tinyrecursive.transforms.beam.SudokuExpansion;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;

/** One loop in one thread: line, check, symmetric copies, tokens, one Arrow file on the disk. */
final class SudokuLoop {
  private static final int GZIP_BUFFER_BYTES = 1 << 16;

  private final SudokuExpansion expansion;

  SudokuLoop(SudokuExpansion expansion) {
    this.expansion = expansion;
  }

  /** Returns the number of examples written. */
  long write(Path raw, Path arrow) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(open(raw), StandardCharsets.UTF_8));
        FileChannel channel =
            FileChannel.open(arrow, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      lines.readLine(); // the header
      String first = lines.readLine();
      if (first == null) {
        throw new InputRefusedException(raw + " has no row, expected raw puzzles to measure with");
      }
      int cells = parse(first, raw, 2).shape().cells();
      try (ShardWriter writer =
          new ShardWriter(
              channel, cells, Compression.ZSTD, ShardWriter.defaultRowsPerBatch(cells))) {
        int group = 0;
        int puzzles = 0;
        for (String line = first; line != null; line = lines.readLine()) {
          SudokuPuzzle puzzle = parse(line, raw, group + 2);
          PuzzleRow row = PuzzleRow.of(0, group + 2, CheckedRow.of(puzzle));
          append(writer, group, puzzles, puzzle, row);
          group++;
          puzzles += expansion.puzzles(row);
        }
        writer.finish(arrow.getFileName().toString());
        // The pipeline's files are on the disk when it ends, so these are too.
        channel.force(true);
        return puzzles;
      }
    }
  }

  private void append(
      ShardWriter writer, int group, int firstPuzzle, SudokuPuzzle puzzle, PuzzleRow row)
      throws IOException {
    expansion.expand(
        puzzle.shape(),
        row,
        (copy, inputs, labels) -> writer.append(group, firstPuzzle + copy, 0, 0, inputs, labels));
  }

  private static SudokuPuzzle parse(String line, Path file, int number) {
    try {
      return SudokuCsv.parseRow(line);
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
