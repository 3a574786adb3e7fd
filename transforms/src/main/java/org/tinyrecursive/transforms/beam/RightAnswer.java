package org.tinyrecursive.transforms.beam;

import java.util.Optional;
import java.util.Set;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuSolver;
import org.tinyrecursive.transforms.sudoku.SudokuSolver.Outcome;

/**
 * The right answer to a question, or why there is none.
 *
 * @param answer the solved grid
 * @param reason why there is none; reads on after "question"
 */
record RightAnswer(Optional<SudokuGrid> answer, String reason) {

  /** The one answer given, which must solve the question. */
  static RightAnswer given(SudokuGrid question, Set<String> answers) {
    if (answers.isEmpty()) {
      return none("is not among the answers given");
    }
    if (answers.size() > 1) {
      return none("has " + answers.size() + " different answers among those given, expected one");
    }
    SudokuGrid answer = SudokuGrid.parse(answers.iterator().next());
    return question.agreesWith(answer) && answer.isValidSolution()
        ? new RightAnswer(Optional.of(answer), "")
        : none("has an answer among those given that does not solve it");
  }

  /** The only solution. */
  static RightAnswer solved(SudokuGrid question) {
    Outcome outcome = SudokuSolver.solve(question);
    return switch (outcome.solutions()) {
      case ONE -> new RightAnswer(outcome.first(), "");
      case NONE -> none("has no solution");
      case SEVERAL -> none("has several solutions; give the right ones with --answers");
      case UNDECIDED -> none("is too hard for the solver; give the answers with --answers");
    };
  }

  private static RightAnswer none(String reason) {
    return new RightAnswer(Optional.empty(), reason);
  }
}
