package org.tinyrecursive.transforms.beam;

import java.util.Optional;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuRules;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Rows of the published Sudoku CSV.
 *
 * @param side of every puzzle
 */
public record SudokuFormat(int side) implements RowFormat {
  /**
   * The format of the first good row, looked for in the given files in turn.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException as {@link PuzzleFile#open}, for any
   *     of the files
   */
  public static Optional<SudokuFormat> find(Iterable<RawSource> sources) {
    return PuzzleFile.findFirst(
        sources,
        SudokuCsv.HEADER,
        line -> new SudokuFormat(SudokuCsv.parseRow(line).shape().side()));
  }

  /** The size of every puzzle. */
  public SudokuShape shape() {
    return SudokuShape.ofSide(side);
  }

  @Override
  public String header() {
    return SudokuCsv.HEADER;
  }

  @Override
  public int cells() {
    return side * side;
  }

  @Override
  public CheckedRow parse(String line) throws RejectedRowException {
    return CheckedRow.of(SudokuCsv.parseRow(line));
  }

  @Override
  public CheckedRow parseQuestion(String question) throws RejectedRowException {
    return CheckedRow.ofQuestion(question, SudokuRules.parseQuestion(question).toTokens());
  }

  @Override
  public CheckedRow parsePuzzle(String question, String answer) throws RejectedRowException {
    return parse(CsvRow.join("", question, answer, "0"));
  }
}
