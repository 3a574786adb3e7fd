package org.tinyrecursive.workflows.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction;
import org.tinyrecursive.transforms.sudoku.SudokuPredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.workflows.report.DrawnPuzzle;

/** The first predictions of a file that are right, and the first that are not. */
record DrawnPredictions(List<DrawnPuzzle> solved, List<DrawnPuzzle> failed) {
  private static final int EACH = 5;

  /**
   * @param csv our own file of predictions
   * @param puzzles with the answers
   */
  static DrawnPredictions of(Path csv, List<SudokuPuzzle> puzzles) throws IOException {
    Map<SudokuGrid, SudokuGrid> answers = new HashMap<>();
    puzzles.forEach(puzzle -> answers.put(puzzle.question(), puzzle.answer()));
    List<DrawnPuzzle> solved = new ArrayList<>();
    List<DrawnPuzzle> failed = new ArrayList<>();
    List<String> lines = Files.readAllLines(csv);
    SudokuPredictionCsv format = SudokuPredictionCsv.ofHeader(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      SudokuPrediction row = parse(format, line);
      SudokuGrid answer = answers.get(row.question());
      List<DrawnPuzzle> group = row.prediction().equals(answer) ? solved : failed;
      if (group.size() < EACH) {
        group.add(
            DrawnPuzzle.of(
                "held-out puzzle " + row.id(),
                row.question().clues() + " clues",
                row.question(),
                row.prediction(),
                Optional.of(answer)));
      }
    }
    return new DrawnPredictions(solved, failed);
  }

  private static SudokuPrediction parse(SudokuPredictionCsv format, String line) {
    try {
      return format.parseRow(line);
    } catch (RejectedRowException ours) {
      throw new IllegalStateException("our own file of predictions is not readable: " + line, ours);
    }
  }
}
