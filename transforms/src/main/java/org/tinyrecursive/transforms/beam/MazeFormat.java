package org.tinyrecursive.transforms.beam;

import java.util.Optional;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazeRules;
import org.tinyrecursive.transforms.maze.MazeShape;

/**
 * Rows of the published maze CSV.
 *
 * @param rows of every maze
 * @param columns of every maze
 */
public record MazeFormat(int rows, int columns) implements RowFormat {
  /**
   * The format of the first good row, looked for in the given files in turn; where none is good, of
   * the first whose number of cells tells a shape.
   *
   * @param rows as the user has it, if at all
   * @param columns as the user has it, if at all
   * @throws InputRefusedException as {@link PuzzleFile#open}, for any of the files, or if no row
   *     tells a shape
   */
  public static MazeFormat find(
      Iterable<RawSource> sources, OptionalInt rows, OptionalInt columns) {
    Optional<MazeShape> good =
        PuzzleFile.findFirst(
            sources,
            MazeCsv.HEADER,
            line -> MazeCsv.parseRow(line, MazeCsv.shapeOf(line, rows, columns)).shape());
    MazeShape shape =
        good.or(() -> anyShape(sources, rows, columns))
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        "no row of %s tells the size of its maze: a square is expected, or the"
                                .formatted(names(sources))
                            + " size given with --rows or --columns"));
    return new MazeFormat(shape.rows(), shape.columns());
  }

  /** The size of every maze. */
  public MazeShape shape() {
    return new MazeShape(rows, columns);
  }

  @Override
  public String header() {
    return MazeCsv.HEADER;
  }

  @Override
  public int cells() {
    return rows * columns;
  }

  @Override
  public CheckedRow parse(String line) throws RejectedRowException {
    return CheckedRow.of(MazeCsv.parseRow(line, shape()));
  }

  @Override
  public CheckedRow parseQuestion(String question) throws RejectedRowException {
    return CheckedRow.ofQuestion(question, MazeRules.parseQuestion(shape(), question).toTokens());
  }

  @Override
  public CheckedRow parsePuzzle(String question, String answer) throws RejectedRowException {
    return parse(CsvRow.join("", question, answer, "0"));
  }

  private static Optional<MazeShape> anyShape(
      Iterable<RawSource> sources, OptionalInt rows, OptionalInt columns) {
    return PuzzleFile.findFirst(
        sources, MazeCsv.HEADER, line -> MazeCsv.shapeOf(line, rows, columns));
  }

  private static String names(Iterable<RawSource> sources) {
    StringBuilder names = new StringBuilder();
    sources.forEach(source -> names.append(names.isEmpty() ? "" : ", ").append(source.spec()));
    return names.toString();
  }
}
