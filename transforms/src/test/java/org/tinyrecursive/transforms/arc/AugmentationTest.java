package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.random.StableRandom;

class AugmentationTest {
  @Provide
  Arbitrary<ArcGrid> grids() {
    return ArcArbitraries.grids();
  }

  @Provide
  Arbitrary<Augmentation> augmentations() {
    return ArcArbitraries.augmentations();
  }

  @Property(tries = 300)
  void theInverseOfEveryTransformWithAnyColoursRestores(
      @ForAll("grids") ArcGrid grid, @ForAll("augmentations") Augmentation drawn) {
    for (Dihedral transform : Dihedral.values()) {
      Augmentation augmentation = new Augmentation(transform, drawn.colours());
      assertThat(augmentation.inverse().apply(augmentation.apply(grid))).isEqualTo(grid);
      assertThat(augmentation.apply(augmentation.inverse().apply(grid))).isEqualTo(grid);
    }
  }

  @Property(tries = 300)
  void aNameTellsTheAugmentation(@ForAll("augmentations") Augmentation augmentation) {
    PuzzleName name = PuzzleName.augmented("007bbfb7", augmentation);
    assertThat(PuzzleName.parse(name.toString())).isEqualTo(name);
    assertThat(name.fromOriginal()).isEqualTo(augmentation);
  }

  @Property(tries = 300)
  void theBackgroundStays(@ForAll("augmentations") Augmentation augmentation) {
    assertThat(augmentation.colours().apply(0)).isZero();
  }

  // The published numbering, on a grid whose every turn and flip looks different.
  @ParameterizedTest
  @CsvSource({
    "0, 123/456",
    "1, 36/25/14",
    "2, 654/321",
    "3, 41/52/63",
    "4, 321/654",
    "5, 456/123",
    "6, 14/25/36",
    "7, 63/52/41"
  })
  void transformsAreNumberedAsPublished(int number, String expected) {
    assertThat(Dihedral.of(number).apply(ArcGrid.parse("123/456"))).hasToString(expected);
    assertThat(Dihedral.of(number).number()).isEqualTo(number);
  }

  @Test
  void aDigitIsTheColourThatItsPlaceBecomes() {
    ColourPermutation colours = ColourPermutation.parse("0961325847");
    assertThat(colours.apply(ArcGrid.parse("0123456789"))).hasToString("0961325847");
  }

  @Test
  void allTransformsAndManyPermutationsAreDrawn() {
    Set<Augmentation> drawn = new HashSet<>();
    Set<Dihedral> transforms = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      Augmentation augmentation = Augmentation.random(StableRandom.of(i));
      drawn.add(augmentation);
      transforms.add(augmentation.transform());
    }
    assertThat(transforms).containsExactlyInAnyOrderElementsOf(Arrays.asList(Dihedral.values()));
    assertThat(drawn).hasSizeGreaterThan(1990);
  }

  @Test
  void anOriginalHasItsIdForAName() {
    assertThat(PuzzleName.original("007bbfb7")).hasToString("007bbfb7");
    assertThat(PuzzleName.parse("007bbfb7").fromOriginal()).isEqualTo(Augmentation.IDENTITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a|||t8|||0123456789", "a|||t1", "a|||1|||0123456789", "|||t1|||0123"})
  void aNameOfAnotherFormIsRefused(String name) {
    assertThatThrownBy(() -> PuzzleName.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"012345678", "0123456788", "01234567890", "012345678x", "012345678-"})
  void coloursThatAreNoPermutationAreRefused(String digits) {
    assertThatThrownBy(() -> ColourPermutation.parse(digits))
        .hasMessage("colours are \"%s\", expected the ten digits in some order".formatted(digits));
  }
}
