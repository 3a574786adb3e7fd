package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;

/** A good row of a raw file: what the steps after the check need of its puzzle. */
public final class CheckedRow {
  private final int rating;
  private final String source;
  private final String text;
  private final byte[] question;
  private final byte[] answer;

  private CheckedRow(int rating, String source, String text, byte[] question, byte[] answer) {
    this.rating = rating;
    this.source = source;
    this.text = text;
    this.question = question;
    this.answer = answer;
  }

  /** A Sudoku's row. */
  public static CheckedRow of(SudokuPuzzle puzzle) {
    return new CheckedRow(
        puzzle.rating(),
        puzzle.source(),
        puzzle.question().text(),
        puzzle.question().toTokens(),
        puzzle.answer().toTokens());
  }

  /** A maze's row. */
  public static CheckedRow of(MazePuzzle puzzle) {
    return new CheckedRow(
        puzzle.rating(),
        puzzle.source(),
        puzzle.question().text(),
        puzzle.question().toTokens(),
        puzzle.answer().toTokens());
  }

  /** A question without an answer: its tokens are all those of padding, which count nowhere. */
  static CheckedRow ofQuestion(String text, byte[] question) {
    return new CheckedRow(0, "", text, question, new byte[question.length]);
  }

  /** How hard the puzzle is, 0 and up. */
  public int rating() {
    return rating;
  }

  /** Where the puzzle comes from, as the file says. */
  String source() {
    return source;
  }

  /** The question as text: what makes the puzzle the one it is. */
  String text() {
    return text;
  }

  /** [cells] tokens; shared, not to be changed. */
  public byte[] question() {
    return question;
  }

  /** [cells] tokens; shared, not to be changed. */
  public byte[] answer() {
    return answer;
  }
}
