package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.vote.Tally;
import org.tinyrecursive.transforms.arc.vote.VotedQuestion;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;

/** Answers that questions are measured by. */
class AnswersTest {
  private static final ArcGrid ONE = ArcGrid.parse("1");
  private static final ArcGrid TWO = ArcGrid.parse("2");
  private static final SudokuGrid QUESTION = SudokuGrid.parse(".234341221434321");
  private static final String ANSWER = "1234341221434321";

  @Test
  void questionsAreCountedOverAllTasksAndHaveAnswersOnlyWhereTheseAreKnown() {
    List<ArcTask> tasks =
        List.of(
            task("a", new ArcPair(ONE, TWO), new ArcPair(TWO, ONE)),
            task("b", new ArcPair(ONE, ArcTask.NO_ANSWER)));
    List<ArcQuestion> known = ArcQuestion.of(tasks, ArcQuestion.Answers.KNOWN);
    assertThat(known).extracting(ArcQuestion::index).containsExactly(0, 1, 2);
    assertThat(known).extracting(ArcQuestion::task).containsExactly("a", "a", "b");
    assertThat(known.get(0).answerGrid()).contains(TWO);
    assertThat(ArcQuestion.of(tasks, ArcQuestion.Answers.UNKNOWN))
        .allMatch(question -> question.answerGrid().isEmpty());
  }

  @Test
  void answersAreUnknownWhereEveryOneIsAPlaceholder() {
    ArcTask open = task("a", new ArcPair(ONE, ArcTask.NO_ANSWER));
    ArcTask whole = task("b", new ArcPair(ONE, TWO));
    assertThat(ArcQuestion.Answers.of(List.of(open))).isEqualTo(ArcQuestion.Answers.UNKNOWN);
    assertThat(ArcQuestion.Answers.of(List.of(open, whole))).isEqualTo(ArcQuestion.Answers.KNOWN);
  }

  @Test
  void equalInputsOfOneTaskShareTheirVotesAndThoseOfTwoTasksDoNot() {
    List<ArcQuestion> questions =
        ArcQuestion.of(
            List.of(
                task("a", new ArcPair(ONE, TWO), new ArcPair(ONE, ONE)),
                task("b", new ArcPair(ONE, TWO))),
            ArcQuestion.Answers.KNOWN);
    assertThat(questions.get(0).key()).isEqualTo(questions.get(1).key());
    assertThat(questions.get(2).key()).isNotEqualTo(questions.get(0).key());
  }

  @Test
  void aResultLeavesThePipelineAndComesBackWithItsQuestion() {
    Tally tally = new Tally();
    tally.add(TWO, 1, 0.25);
    tally.add(TWO, 2, 0.75);
    tally.add(ONE, 3, 0.5);
    for (String answer : List.of("1", "2", "9", "")) {
      ArcQuestion question = new ArcQuestion(4, "a", "1", answer);
      VotedQuestion expected =
          VotedQuestion.of(
              ONE,
              answer.isEmpty() ? Optional.empty() : Optional.of(ArcGrid.parse(answer)),
              tally.rank());
      ArcVoteResult result = ArcVoteResult.of(question, tally);
      assertThat(result.question(question)).isEqualTo(expected);
      assertThat(result.index()).isEqualTo(4);
    }
    assertThat(ArcVoteResult.of(new ArcQuestion(0, "a", "1", "1"), tally).place()).isEqualTo(2);
    assertThat(ArcVoteResult.of(new ArcQuestion(0, "a", "1", "9"), tally).place()).isZero();
  }

  @Test
  void aGivenAnswerCountsWhereItIsOneAndSolvesTheQuestion() {
    assertThat(RightAnswer.given(QUESTION, Set.of(ANSWER)).answer())
        .contains(SudokuGrid.parse(ANSWER));
    assertThat(RightAnswer.given(QUESTION, Set.of()).reason())
        .isEqualTo("is not among the answers given");
    assertThat(RightAnswer.given(QUESTION, Set.of(ANSWER, "4321214334121234")).reason())
        .isEqualTo("has 2 different answers among those given, expected one");
    for (String wrong : List.of("4321214334121234", "1234341221434322", ".234341221434321")) {
      assertThat(RightAnswer.given(QUESTION, Set.of(wrong)).reason())
          .isEqualTo("has an answer among those given that does not solve it");
    }
  }

  @Test
  void aSolvedAnswerIsTheOnlyOne() {
    assertThat(RightAnswer.solved(QUESTION).answer()).contains(SudokuGrid.parse(ANSWER));
    assertThat(RightAnswer.solved(SudokuGrid.parse("................")).reason())
        .isEqualTo("has several solutions; give the right ones with --answers");
    assertThat(RightAnswer.solved(SudokuGrid.parse("123...4.........")).reason())
        .isEqualTo("has no solution");
  }

  private static ArcTask task(String id, ArcPair... test) {
    return new ArcTask(id, List.of(new ArcPair(ONE, TWO)), List.of(test));
  }
}
