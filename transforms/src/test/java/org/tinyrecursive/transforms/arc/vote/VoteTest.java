package org.tinyrecursive.transforms.arc.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Augmentation;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.random.StableRandom;

class VoteTest {
  private static final ArcGrid QUESTION = ArcGrid.parse("120/003");
  private static final ArcGrid ANSWER = ArcGrid.parse("45/67/89");
  private static final PuzzleName ORIGINAL = PuzzleName.original("a");

  @Property
  void anyAugmentationAnywhereOnAnyCanvasIsUndone(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 30) int side,
      @ForAll @IntRange(max = 27) int down,
      @ForAll @IntRange(max = 27) int right) {
    Augmentation augmentation = Augmentation.random(StableRandom.of(seed));
    Vote vote =
        Vote.of(
                PuzzleName.augmented("a", augmentation),
                drawn(QUESTION, augmentation, side, down, right),
                drawn(ANSWER, augmentation, side, down, right),
                0)
            .orElseThrow();
    assertThat(vote.question()).isEqualTo(QUESTION);
    assertThat(vote.answer()).contains(ANSWER);
    assertThat(vote.form()).isEqualTo(Vote.Form.CLEAN);
    assertThat(vote.confidence()).isEqualTo(0.5);
  }

  @Test
  void theLargestRectangleOfColoursIsTheAnswer() {
    // Row 0 has four colours, rows 1 and 2 have three, row 3 one.
    byte[] tokens = new byte[ArcCanvas.CELLS];
    Arrays.fill(tokens, 0, 4, (byte) 3);
    Arrays.fill(tokens, 30, 33, (byte) 4);
    Arrays.fill(tokens, 60, 63, (byte) 5);
    tokens[90] = 6;
    assertThat(AnswerCrop.at(tokens, 0)).contains(ArcGrid.parse("111/222/333"));
  }

  @Test
  void ofEqualRectanglesTheOneWithFewestRowsIsTaken() {
    byte[] tokens = new byte[ArcCanvas.CELLS];
    Arrays.fill(tokens, 0, 2, (byte) 2);
    tokens[30] = 2;
    assertThat(AnswerCrop.at(tokens, 0)).contains(ArcGrid.parse("00"));
  }

  @Test
  void aStrayTokenCutsTheAnswerAndIsToldOf() {
    for (int stray : new int[] {ArcCanvas.PAD, ArcCanvas.END, 12, 127, 255}) {
      byte[] tokens = ArcCanvas.tokens(ANSWER);
      tokens[2 * ArcCanvas.SIDE + 1] = (byte) stray;
      Vote vote = Vote.of(ORIGINAL, ArcCanvas.tokens(QUESTION), tokens, 0).orElseThrow();
      assertThat(vote.answer()).contains(ArcGrid.parse("45/67"));
      assertThat(vote.form()).isEqualTo(Vote.Form.RAGGED);
    }
  }

  @Test
  void aPredictionWithoutColourVotesForNothing() {
    Vote vote =
        Vote.of(ORIGINAL, ArcCanvas.tokens(QUESTION), new byte[ArcCanvas.CELLS], 9).orElseThrow();
    assertThat(vote.answer()).isEmpty();
    assertThat(vote.confidence()).isEqualTo(0.9998766, within(1e-6));
  }

  @Test
  void anInputWithoutAGridAsksNothing() {
    byte[] blank = new byte[ArcCanvas.CELLS];
    assertThat(Vote.of(ORIGINAL, blank, ArcCanvas.tokens(ANSWER), 0)).isEmpty();
  }

  @Test
  void aGridAsLargeAsTheCanvasIsReadWhole() {
    byte[] tokens = new byte[ArcCanvas.CELLS];
    Arrays.fill(tokens, (byte) 11);
    assertThat(AnswerCrop.ofQuestion(tokens).orElseThrow().rows()).isEqualTo(30);
  }

  private static byte[] drawn(
      ArcGrid grid, Augmentation augmentation, int side, int down, int right) {
    byte[] tokens = new byte[side * side];
    int free = side - 3;
    ArcCanvas.draw(grid, augmentation, Math.min(down, free), Math.min(right, free), tokens);
    return tokens;
  }
}
