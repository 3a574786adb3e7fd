package org.tinyrecursive.transforms.beam;

import java.io.Closeable;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * The rows of one raw file, each checked: a good one is a puzzle of the shape that all must have, a
 * bad one a reject.
 */
public final class SudokuFile implements Closeable {
  private final RawSource source;
  private final SourceLines lines;
  private long read;

  private SudokuFile(RawSource source, SourceLines lines) {
    this.source = source;
    this.lines = lines;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws InputRefusedException if it is missing, a directory, empty, or has no header
   */
  public static SudokuFile open(RawSource source) {
    SourceLines lines = SourceLines.open(source.spec());
    Optional<String> header = lines.next();
    if (header.isEmpty()) {
      lines.close();
      throw new InputRefusedException(
          source.spec() + ": file is empty, expected the header " + SudokuCsv.HEADER + " and rows");
    }
    if (!SudokuCsv.isHeader(header.get())) {
      lines.close();
      throw new InputRefusedException(
          "%s:1: header missing, found '%s', expected '%s'; add it as the first line"
              .formatted(source.spec(), Excerpt.of(header.get()), SudokuCsv.HEADER));
    }
    return new SudokuFile(source, lines);
  }

  /**
   * The shape of the first good row, looked for in the given files in turn.
   *
   * @throws InputRefusedException as {@link #open}, for any of the files
   */
  public static Optional<SudokuShape> findShape(Iterable<RawSource> sources) {
    Optional<SudokuShape> found = Optional.empty();
    for (RawSource source : sources) {
      try (SudokuFile file = open(source)) {
        while (found.isEmpty()) {
          Optional<String> line = file.lines.next();
          if (line.isEmpty()) {
            break;
          }
          found = shapeOf(line.get());
        }
      }
    }
    return found;
  }

  /**
   * Reads all rows.
   *
   * @param shape what every puzzle must have
   * @throws InputRefusedException if a good row has another shape, or the file breaks off
   */
  public void readRows(SudokuShape shape, PuzzleConsumer puzzles, Consumer<Reject> rejects) {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().isBlank()) {
        continue;
      }
      read++;
      try {
        SudokuPuzzle puzzle = SudokuCsv.parseRow(line.get());
        checkShape(puzzle, shape);
        puzzles.accept(lines.lineNumber(), puzzle);
      } catch (RejectedRowException bad) {
        rejects.accept(
            Reject.ofLine(source, lines.lineNumber(), bad.field(), bad.reason(), line.get()));
      }
    }
  }

  /** Rows read so far, good and bad. */
  public long read() {
    return read;
  }

  /** The sha256 of the stored file. */
  public String sha256() {
    return lines.sha256();
  }

  /** Size of the stored file. */
  public long bytes() {
    return lines.bytes();
  }

  @Override
  public void close() {
    lines.close();
  }

  private void checkShape(SudokuPuzzle puzzle, SudokuShape shape) {
    if (!puzzle.shape().equals(shape)) {
      throw new InputRefusedException(
          "%s:%d: puzzle has %d cells, the ones before %d; a dataset holds one size, split the files"
              .formatted(source.spec(), lines.lineNumber(), puzzle.shape().cells(), shape.cells()));
    }
  }

  private static Optional<SudokuShape> shapeOf(String line) {
    try {
      return Optional.of(SudokuCsv.parseRow(line).shape());
    } catch (RejectedRowException notThisOne) {
      return Optional.empty();
    }
  }

  /** Receives good rows. */
  @FunctionalInterface
  public interface PuzzleConsumer {
    /** A puzzle and its line number. */
    void accept(long line, SudokuPuzzle puzzle);
  }
}
