package org.tinyrecursive.modeltf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;
import org.tinyrecursive.transforms.InputRefusedException;

class AnswerSearchTest {
  private static final SearchSettings TWO_STEPS = SearchSettings.PLAIN.withMaxSteps(2);
  private static final byte[] QUESTION = {1, 2, 3};

  /** An answer is valid if its token is 9. */
  private static final AnswerCheck NINE = (question, answer) -> answer[0] == 9;

  @Test
  void oneRolloutTakesItsLastAnswerHoweverSureTheFirstWas() {
    AnswerSearch search = search(TWO_STEPS);

    assertThat(search.accept(answer(4), 20, 2)).isFalse();
    assertThat(search.accept(answer(5), -3, 1)).isTrue();
    assertThat(search.answer().tokens()).containsExactly(5);
    assertThat(search.spent()).isEqualTo(2);
    assertThat(search.rightByStep()).containsExactly(2, 1);
  }

  @Test
  void aRowIsDoneAsSoonAsTheModelIsSure() {
    AnswerSearch search = search(TWO_STEPS.withEarlyExit(EarlyExit.at(0.9)));

    assertThat(search.accept(answer(4), 2.3f, 3)).isTrue();
    assertThat(search.spent()).isEqualTo(1);
    assertThat(search.rightByStep()).as("held after the exit").containsExactly(3, 3);
  }

  @Test
  void aRowThatIsNotSureEnoughGoesOn() {
    AnswerSearch search = search(TWO_STEPS.withEarlyExit(EarlyExit.at(0.9)));

    assertThat(search.accept(answer(4), 2.1f, 3)).isFalse();
  }

  @Test
  void theMostConfidentRolloutWinsAndTheFirstOfEqualOnes() {
    AnswerSearch search = search(TWO_STEPS.withMaxSteps(1).withRollouts(4, 0.3));

    assertThat(search.accept(answer(4), -1, 0)).isFalse();
    assertThat(search.accept(answer(5), 2, 0)).isFalse();
    assertThat(search.accept(answer(6), 2, 0)).isFalse();
    assertThat(search.accept(answer(7), 1, 0)).isTrue();
    assertThat(search.answer().tokens()).containsExactly(5);
    assertThat(search.spent()).isEqualTo(4);
  }

  @Test
  void noFurtherRolloutFollowsOneThatIsSure() {
    AnswerSearch search = search(TWO_STEPS.withRollouts(4, 0.3).withEarlyExit(EarlyExit.at(0.5)));

    assertThat(search.accept(answer(4), -1, 0)).isFalse();
    assertThat(search.accept(answer(5), -1, 0)).isFalse();
    assertThat(search.accept(answer(6), 1, 0)).isTrue();
    assertThat(search.spent()).isEqualTo(3);
  }

  @Test
  void aValidAnswerOfAnyStepIsPreferredAndThatIsCounted() {
    AnswerSearch search = search(TWO_STEPS.withChoice(AnswerChoice.VALID_FIRST));

    assertThat(search.accept(answer(9), -4, 3)).as("without early exit").isFalse();
    assertThat(search.accept(answer(5), 4, 1)).isTrue();
    assertThat(search.answer().tokens()).containsExactly(9);
    assertThat(search.answer().valid()).isTrue();
    assertThat(search.isOverruled()).isTrue();
  }

  @Test
  void beingSureOfAnAnswerAgainstTheRulesEndsNothing() {
    AnswerSearch search =
        search(TWO_STEPS.withChoice(AnswerChoice.VALID_FIRST).withEarlyExit(EarlyExit.at(0.5)));

    assertThat(search.accept(answer(4), 20, 0)).isFalse();
    assertThat(search.accept(answer(9), -20, 3)).isTrue();
    assertThat(search.answer().valid()).isTrue();
  }

  @Test
  void withoutAValidAnswerTheMostConfidentIsTaken() {
    AnswerSearch search =
        search(TWO_STEPS.withRollouts(2, 0.3).withChoice(AnswerChoice.VALID_FIRST));
    search.accept(answer(4), 5, 0);
    search.accept(answer(5), 1, 0);
    search.accept(answer(6), 5, 0);

    assertThat(search.accept(answer(7), 2, 0)).isTrue();
    assertThat(search.answer().tokens()).containsExactly(7);
    assertThat(search.isOverruled()).isFalse();
  }

  @Test
  void rulesAreNotAskedWhereNobodyWantsThem() {
    AnswerSearch search = search(TWO_STEPS.withMaxSteps(1));
    search.accept(answer(9), 0, 0);

    assertThat(search.answer().valid()).isFalse();
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> EarlyExit.at(1))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--early-exit is 1.0, allowed: a confidence between 0 and 1");
    assertThatThrownBy(() -> EarlyExit.at(Double.NaN)).isInstanceOf(InputRefusedException.class);
    assertThatThrownBy(() -> SearchSettings.PLAIN.withRollouts(0, 0.3))
        .hasMessageContaining("--rollouts is 0");
    assertThatThrownBy(() -> SearchSettings.PLAIN.withRollouts(2, 0))
        .hasMessageContaining("--noise is 0.0, allowed: above 0");
    assertThatThrownBy(() -> SearchSettings.PLAIN.withMaxSteps(-1))
        .hasMessageContaining("--halt-max-steps is -1");
  }

  private static AnswerSearch search(SearchSettings settings) {
    return new AnswerSearch(settings, NINE, 0, QUESTION, 0);
  }

  private static byte[] answer(int token) {
    return new byte[] {(byte) token};
  }
}
