package org.tinyrecursive.transforms.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.csv.RejectedRowException;

class MazeSymmetryTest {
  @Provide
  Arbitrary<MazePuzzle> puzzles() {
    return MazeArbitraries.puzzles();
  }

  @Property(tries = 200)
  void everyCopyIsAMazeWithAShortestPathOfTheSameLength(@ForAll("puzzles") MazePuzzle puzzle)
      throws RejectedRowException {
    for (MazeSymmetry symmetry : MazeSymmetry.keeping(puzzle.shape())) {
      MazePuzzle copy = symmetry.apply(puzzle);
      assertThat(PathCheck.steps(copy.question(), copy.answer())).isEqualTo(puzzle.pathLength());
      assertThat(copy.shape()).isEqualTo(puzzle.shape());
    }
  }

  @Property(tries = 200)
  void theInverseRestores(@ForAll("puzzles") MazePuzzle puzzle) {
    for (MazeSymmetry symmetry : MazeSymmetry.keeping(puzzle.shape())) {
      assertThat(symmetry.inverse().apply(symmetry.apply(puzzle))).isEqualTo(puzzle);
      assertThat(symmetry.apply(symmetry.inverse().apply(puzzle))).isEqualTo(puzzle);
    }
  }

  @Property(tries = 100)
  void copiesAndTheWayBackShareOneCanonicalForm(@ForAll("puzzles") MazePuzzle puzzle) {
    String form = MazeSymmetry.canonicalForm(puzzle.question());
    String swapped = puzzle.question().text().replace('S', 'x').replace('G', 'S').replace('x', 'G');
    assertThat(MazeSymmetry.canonicalForm(MazeGrid.parse(puzzle.shape(), swapped))).isEqualTo(form);
    for (MazeSymmetry symmetry : MazeSymmetry.keeping(puzzle.shape())) {
      assertThat(MazeSymmetry.canonicalForm(symmetry.apply(puzzle.question()))).isEqualTo(form);
    }
  }

  @Test
  void mazesThatAreNoCopiesHaveFormsOfTheirOwn() {
    MazeGenerator generator = new MazeGenerator(new MazeShape(10, 10), 12, 1);
    Set<String> forms = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      forms.add(MazeSymmetry.canonicalForm(generator.puzzle(i).question()));
    }
    assertThat(forms).hasSize(200);
  }

  /** Read off "S #" over "G #" over " " by hand. */
  @ParameterizedTest
  @CsvSource({
    "IDENTITY,'S #G #   '",
    "ROTATE_90,'##    SG '",
    "ROTATE_180,'   # G# S'",
    "ROTATE_270,' GS    ##'",
    "FLIP_LEFT_RIGHT,'# S# G   '",
    "FLIP_UP_DOWN,'   G #S #'",
    "TRANSPOSE,'SG    ## '",
    "ANTI_TRANSPOSE,' ##    GS'"
  })
  void everySymmetryDoesWhatItsNameSays(MazeSymmetry symmetry, String expected) {
    MazeGrid grid = MazeGrid.parse(new MazeShape(3, 3), "S #G #   ");
    assertThat(symmetry.apply(grid).text()).isEqualTo(expected);
  }

  @Test
  void theOrderIsThePublishedOne() {
    assertThat(
            Arrays.stream(MazeSymmetry.values()).map(Enum::name).collect(Collectors.joining(",")))
        .isEqualTo(
            "IDENTITY,ROTATE_90,ROTATE_180,ROTATE_270,FLIP_LEFT_RIGHT,FLIP_UP_DOWN,TRANSPOSE,ANTI_TRANSPOSE");
  }

  @Test
  void aRectangleKeepsFour() {
    MazeShape wide = new MazeShape(2, 3);
    assertThat(MazeSymmetry.keeping(wide))
        .containsExactly(
            MazeSymmetry.IDENTITY,
            MazeSymmetry.ROTATE_180,
            MazeSymmetry.FLIP_LEFT_RIGHT,
            MazeSymmetry.FLIP_UP_DOWN);
    assertThatThrownBy(() -> MazeSymmetry.TRANSPOSE.apply(MazeGrid.parse(wide, "S G   ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TRANSPOSE does not keep the shape 2×3");
  }
}
