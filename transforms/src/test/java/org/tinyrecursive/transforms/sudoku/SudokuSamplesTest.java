package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.samples.Samples;

class SudokuSamplesTest {

  @ParameterizedTest
  @CsvSource({"4,500,100", "6,1000,300", "9,100,40", "16,20,10", "6,5,200", "6,40,0", "6,0,40"})
  void noHeldOutPuzzleIsACopyOfAnyOther(int side, int trainCount, int testCount) {
    Samples<SudokuPuzzle> samples = draw(side, trainCount, testCount);
    assertThat(samples.train()).hasSize(trainCount).doesNotHaveDuplicates();
    assertThat(samples.test()).hasSize(testCount);
    Set<String> trainForms = forms(samples.train());
    Set<String> testForms = forms(samples.test());
    assertThat(testForms).hasSize(testCount);
    assertThat(Collections.disjoint(testForms, trainForms)).isTrue();
  }

  @Test
  void theSameAskingGivesTheSameSets() {
    assertThat(draw(6, 300, 60)).isEqualTo(draw(6, 300, 60));
  }

  @Test
  void progressEndsAtTheWhole() {
    AtomicLong last = new AtomicLong();
    SudokuSamples.draw(generator(6), 300, 100, last::set);
    assertThat(last).hasValue(400);
  }

  @Test
  void moreHeldOutPuzzlesThanExistAreRefused() {
    SudokuGenerator easy =
        new SudokuGenerator(SudokuShape.ofSide(4), SudokuDifficulty.ofBlanks(1, 1), 1);
    assertThatThrownBy(() -> SudokuSamples.draw(easy, 10, 500, drawn -> {}))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("asked: 10 and 500")
        .hasMessageContaining("ask for fewer");
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatThrownBy(() -> SudokuSamples.draw(generator(4), -1, 5, drawn -> {}))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("counts of puzzles are -1 and 5, allowed: 0 and above");
  }

  private static Samples<SudokuPuzzle> draw(int side, int trainCount, int testCount) {
    return SudokuSamples.draw(generator(side), trainCount, testCount, drawn -> {});
  }

  private static SudokuGenerator generator(int side) {
    SudokuShape shape = SudokuShape.ofSide(side);
    return new SudokuGenerator(shape, SudokuLevel.MIXED.of(shape), 20);
  }

  private static Set<String> forms(List<SudokuPuzzle> puzzles) {
    return puzzles.stream()
        .map(puzzle -> SudokuCanonicalForm.of(puzzle.question()))
        .collect(Collectors.toSet());
  }
}
