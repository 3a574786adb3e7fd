package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tinyrecursive.transforms.random.StableRandom;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuShape;
import org.tinyrecursive.transforms.sudoku.SudokuSymmetry;

/** Raw files for tests: valid rows, though their puzzles may have several solutions. */
public final class RawSudoku {
  private RawSudoku() {}

  /** Rows of puzzles with about half of the cells blank; row i is rated i. */
  public static List<String> rows(int side, int count, long seed) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(SudokuCsv.formatRow(puzzle(SudokuShape.ofSide(side), StableRandom.of(seed, i), i)));
    }
    return rows;
  }

  public static Path write(Path file, List<String> rows) throws IOException {
    return writeLines(file, header(rows));
  }

  static Path writeLines(Path file, List<String> lines) throws IOException {
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  static Path writeGzip(Path file, List<String> rows) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", header(rows)) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static List<String> header(List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(SudokuCsv.HEADER));
    lines.addAll(rows);
    return lines;
  }

  private static SudokuPuzzle puzzle(SudokuShape shape, StableRandom random, int rating) {
    SudokuGrid answer = SudokuSymmetry.random(shape, random).apply(pattern(shape));
    byte[] question = answer.toCells();
    for (int cell = 0; cell < question.length; cell++) {
      if (random.nextInt(2) == 0) {
        question[cell] = 0;
      }
    }
    return new SudokuPuzzle("made", SudokuGrid.of(shape, question), answer, rating);
  }

  /** The solved grid in which each row is the one above, shifted. */
  private static SudokuGrid pattern(SudokuShape shape) {
    byte[] cells = new byte[shape.cells()];
    for (int cell = 0; cell < cells.length; cell++) {
      int row = cell / shape.side();
      int shift = row % shape.boxRows() * shape.boxColumns() + row / shape.boxRows();
      cells[cell] = (byte) ((cell % shape.side() + shift) % shape.side() + 1);
    }
    return SudokuGrid.of(shape, cells);
  }
}
