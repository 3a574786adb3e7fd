package org.tinyrecursive.transforms.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/** Puzzles are numbers; those that agree in all but their last digit are symmetric copies. */
class SampleDrawTest {
  private static final SampleDraw<Integer> NUMBERS = draw(1000);

  @Property(tries = 60)
  void theTwoSetsShareNoFormAndHoldNothingTwice(
      @ForAll @IntRange(max = 60) int train, @ForAll @IntRange(max = 20) int test) {
    Samples<Integer> drawn = NUMBERS.draw(train, test, size -> {});
    assertThat(drawn.train()).hasSize(train).doesNotHaveDuplicates();
    assertThat(drawn.test()).hasSize(test).doesNotHaveDuplicates();
    Set<Integer> forms = new HashSet<>();
    drawn.train().forEach(number -> forms.add(number / 10));
    assertThat(drawn.test())
        .extracting(number -> number / 10)
        .doesNotHaveDuplicates()
        .noneMatch(forms::contains);
  }

  @Test
  void theSameCountsGiveTheSameSets() {
    assertThat(NUMBERS.draw(50, 20, size -> {})).isEqualTo(NUMBERS.draw(50, 20, size -> {}));
  }

  @Test
  void moreTrainingPuzzlesBeginWithThoseOfFewer() {
    List<Integer> few = NUMBERS.draw(10, 0, size -> {}).train();
    assertThat(NUMBERS.draw(40, 0, size -> {}).train()).startsWith(few.toArray(Integer[]::new));
  }

  @Test
  void whereThereAreTooFewPuzzlesTheNumbersFoundAndTheRemedyAreTold() {
    assertThatThrownBy(() -> draw(30).draw(100, 1, size -> {}))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageMatching(
            "only \\d+ training and [01] held-out puzzles of this kind found, asked: 100 and 1;"
                + " ask for fewer, or for larger ones");
  }

  @Test
  void aCountBelowZeroIsRefusedAndNoneIsAllowed() {
    assertThatThrownBy(() -> NUMBERS.draw(3, -1, size -> {}))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("counts of puzzles are 3 and -1, allowed: 0 and above");
    assertThat(NUMBERS.draw(0, 0, size -> {}).train()).isEmpty();
  }

  private static SampleDraw<Integer> draw(int puzzles) {
    return new SampleDraw<>(
        index -> StableRandom.of(5, index).nextInt(puzzles),
        number -> number,
        number -> Integer.toString(number / 10),
        "or for larger ones");
  }
}
