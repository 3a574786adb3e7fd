package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ArcCanvasTest {
  @Provide
  Arbitrary<ArcGrid> grids() {
    return ArcArbitraries.grids();
  }

  @Provide
  Arbitrary<Augmentation> augmentations() {
    return ArcArbitraries.augmentations();
  }

  @Property(tries = 300)
  void aDrawnGridIsReadBackWhereverItLies(
      @ForAll("grids") ArcGrid grid,
      @ForAll("augmentations") Augmentation augmentation,
      @ForAll @IntRange(max = 29) int down,
      @ForAll @IntRange(max = 29) int right) {
    ArcGrid changed = augmentation.apply(grid);
    byte[] tokens = new byte[ArcCanvas.CELLS];
    ArcCanvas.draw(
        grid,
        augmentation,
        Math.min(down, ArcCanvas.SIDE - changed.rows()),
        Math.min(right, ArcCanvas.SIDE - changed.columns()),
        tokens);
    assertThat(ArcCanvas.read(tokens)).contains(changed);
  }

  @Test
  void endMarkersLieBelowAndRightOfTheGrid() {
    byte[] tokens = new byte[ArcCanvas.CELLS];
    ArcCanvas.draw(ArcGrid.parse("01/23/45"), Augmentation.IDENTITY, 2, 4, tokens);
    StringBuilder corner = new StringBuilder();
    for (int row = 1; row < 7; row++) {
      for (int column = 3; column < 8; column++) {
        corner.append(tokens[row * ArcCanvas.SIDE + column]).append(' ');
      }
      corner.append('/');
    }
    assertThat(corner)
        .hasToString("0 0 0 0 0 /0 2 3 1 0 /0 4 5 1 0 /0 6 7 1 0 /0 1 1 0 0 /0 0 0 0 0 /");
  }

  @Test
  void endMarkersBeyondTheCanvasAreLeftOut() {
    byte[] tokens = ArcCanvas.tokens(ArcGrid.of(30, 30, new byte[900]));
    assertThat(tokens).containsOnly(ArcCanvas.FIRST_COLOUR);
  }

  @Test
  void anOlderDrawingIsWipedOut() {
    byte[] tokens = ArcCanvas.tokens(ArcGrid.of(30, 30, new byte[900]));
    ArcCanvas.draw(ArcGrid.parse("7"), Augmentation.IDENTITY, 0, 0, tokens);
    assertThat(tokens).isEqualTo(ArcCanvas.tokens(ArcGrid.parse("7")));
  }

  @Test
  void aGridThatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () ->
                ArcCanvas.draw(
                    ArcGrid.parse("12"), Augmentation.IDENTITY, 0, 29, new byte[ArcCanvas.CELLS]))
        .hasMessage("grid of 1×2 at row 0, column 29");
  }

  @Test
  void tokensThatAreNoDrawingAreNoGrid() {
    assertThat(ArcCanvas.read(new byte[ArcCanvas.CELLS])).isEmpty();
    byte[] withoutMarker = ArcCanvas.tokens(ArcGrid.parse("12/34"));
    withoutMarker[2] = 0;
    assertThat(ArcCanvas.read(withoutMarker)).isEmpty();
    byte[] ragged = ArcCanvas.tokens(ArcGrid.parse("12/34"));
    ragged[ArcCanvas.SIDE + 1] = 1;
    assertThat(ArcCanvas.read(ragged)).isEmpty();
  }
}
