package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.List;
import org.tinyrecursive.transforms.sudoku.ClueReveal;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * The original, then easier variants of it, with cells of the answer shown: so that accuracy can be
 * measured by number of clues. Counts that the original has already are left out.
 *
 * @param seed decides which cells are shown
 * @param clueCounts clues of the variants, ascending
 */
public record RevealedClues(long seed, List<Integer> clueCounts) implements SudokuExpansion {
  public RevealedClues {
    clueCounts = clueCounts.stream().distinct().sorted().toList();
  }

  @Override
  public int puzzles(PuzzleRow row) {
    int clues = clues(row);
    return 1 + (int) clueCounts.stream().filter(count -> count > clues).count();
  }

  @Override
  public void expand(SudokuShape shape, PuzzleRow row, ExampleConsumer consumer)
      throws IOException {
    consumer.accept(0, row.question(), row.answer());
    SudokuPuzzle original =
        new SudokuPuzzle(
            "",
            SudokuGrid.ofTokens(shape, row.question()),
            SudokuGrid.ofTokens(shape, row.answer()),
            0);
    int clues = original.question().clues();
    int copy = 1;
    for (int count : clueCounts) {
      if (count > clues) {
        SudokuPuzzle easier = ClueReveal.reveal(original, count, seed);
        consumer.accept(copy, easier.question().toTokens(), row.answer());
        copy++;
      }
    }
  }

  private static int clues(PuzzleRow row) {
    int clues = 0;
    for (byte token : row.question()) {
      clues += token > 1 ? 1 : 0;
    }
    return clues;
  }
}
