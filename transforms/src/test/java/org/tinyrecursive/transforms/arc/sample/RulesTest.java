package org.tinyrecursive.transforms.arc.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Dihedral;
import org.tinyrecursive.transforms.random.StableRandom;

/** What every rule does, on grids small enough to be worked out by hand. */
class RulesTest {
  @Test
  void oneColourBecomesAnother() {
    assertRule(new Recolour(2, 5), "201/022", "501/055");
  }

  @Test
  void theGridTurns() {
    assertRule(new Turn(Dihedral.ROTATE_90), "12/34", "24/13");
    assertRule(new Turn(Dihedral.FLIP_LEFT_RIGHT), "123", "321");
  }

  @Test
  void everythingMovesAndComesInOnTheOtherSide() {
    assertRule(new Shift(Side.RIGHT, 1), "123/000", "312/000");
    assertRule(new Shift(Side.LEFT, 1), "123/000", "231/000");
    assertRule(new Shift(Side.BOTTOM, 2), "1/2/3", "2/3/1");
    assertRule(new Shift(Side.TOP, 2), "1/2/3", "3/1/2");
  }

  @Test
  void cellsBecomeSquares() {
    assertRule(new ScaleUp(2), "12", "1122/1122");
    assertThat(new ScaleUp(4).apply(ArcGrid.parse("123456789"))).isEmpty();
  }

  @Test
  void theGridIsRepeated() {
    assertRule(new Tile(2, 2), "12", "1212/1212");
  }

  @Test
  void theEdgeIsColoured() {
    assertRule(new Frame(3), "111/111/111/111", "333/313/313/333");
  }

  @Test
  void theGridIsMirroredAtItsEdges() {
    assertRule(new Kaleidoscope(2, 2), "12/30", "1221/3003/3003/1221");
  }

  @Test
  void cellsFallToASideInTheirOrder() {
    assertRule(new Gravity(Side.BOTTOM), "12/00/30", "00/10/32");
    assertRule(new Gravity(Side.RIGHT), "1020/3000", "0012/0003");
    assertRule(new Gravity(Side.LEFT), "0102/0030", "1200/3000");
    assertRule(new Gravity(Side.TOP), "00/10/32", "12/30/00");
  }

  @Test
  void enclosedBackgroundIsFilledAndOpenRoomsAreNot() {
    assertRule(new FillEnclosed(4), "1110111/1010100/1110111", "1110111/1410100/1110111");
  }

  @Test
  void objectsAreOutlinedAtTheirCornersToo() {
    assertRule(new Outline(8), "0000/0200/0000/0000", "8880/8280/8880/0000");
  }

  @Test
  void thePartThatHoldsAColourIsCutOut() {
    assertRule(new Crop(3), "1000/0330/0030", "33/03");
    assertRule(new Crop(0), "0000/0330/0031", "330/031");
    assertThat(new Crop(7).apply(ArcGrid.parse("12"))).isEmpty();
  }

  @Test
  void dotsOfOneColourAreJoinedUnlessSomethingIsBetween() {
    assertRule(new ConnectDots(0), "2002/3143/0000", "2222/3143/0000");
    assertRule(new ConnectDots(5), "200/000/200", "200/500/200");
  }

  @Test
  void raysEndAtTheNextCell() {
    assertRule(new Rays(Side.RIGHT), "0203/1000", "0223/1111");
    assertRule(new Rays(Side.TOP), "00/02/10", "12/12/10");
  }

  @Test
  void theEmptyHalfBecomesTheMirrorImage() {
    assertRule(new CompleteSymmetry(Side.RIGHT), "1200/3400", "1221/3443");
    assertRule(new CompleteSymmetry(Side.TOP), "00/12", "12/12");
    assertRule(new CompleteSymmetry(Side.LEFT), "0012/0034", "2112/4334");
  }

  @Test
  void singleCellsGoAway() {
    assertRule(new Denoise(), "2200/0003/4000", "2200/0000/0000");
  }

  @Test
  void theLargestOrSmallestObjectStays() {
    assertRule(new KeepObject(KeepObject.Which.LARGEST), "2203/0000/3330", "0000/0000/3330");
    assertRule(new KeepObject(KeepObject.Which.SMALLEST), "2203/0000/3330", "0003/0000/0000");
    assertThat(new KeepObject(KeepObject.Which.LARGEST).apply(ArcGrid.parse("2203300"))).isEmpty();
  }

  @Test
  void objectsOfAColourAreCounted() {
    assertRule(new CountObjects(2), "2202/0003/2000", "222");
    assertThat(new CountObjects(9).apply(ArcGrid.parse("12"))).isEmpty();
  }

  @Test
  void theMostOrLeastCommonColourIsNamed() {
    assertRule(new CommonColour(CommonColour.Which.MOST), "000/112/110", "1");
    assertRule(new CommonColour(CommonColour.Which.FEWEST), "000/112/110", "2");
    assertThat(new CommonColour(CommonColour.Which.MOST).apply(ArcGrid.parse("1122"))).isEmpty();
  }

  @Test
  void picturesAreLaidOverEachOther() {
    String halves = "10520/10500";
    assertRule(new CombineHalves(CombineHalves.Where.BOTH, 3), halves, "30/00");
    assertRule(new CombineHalves(CombineHalves.Where.EITHER, 3), halves, "30/30");
    assertRule(new CombineHalves(CombineHalves.Where.ONE_ALONE, 3), halves, "00/30");
    assertRule(new CombineHalves(CombineHalves.Where.NEITHER, 3), halves, "03/03");
    assertThat(new CombineHalves(CombineHalves.Where.BOTH, 3).apply(ArcGrid.parse("10420/10500")))
        .isEmpty();
  }

  @Test
  void oneRuleFollowsAnother() {
    assertRule(
        new Chain(new Recolour(1, 2), new Turn(Dihedral.FLIP_LEFT_RIGHT)), "130/000", "032/000");
  }

  @ParameterizedTest
  @EnumSource(RuleKind.class)
  void everySettingDrawsInputsThatItAppliesToAndChanges(RuleKind kind) {
    assertThat(kind.rules()).isNotEmpty().doesNotHaveDuplicates();
    int setting = 0;
    for (Rule rule : kind.rules()) {
      StableRandom random = StableRandom.of(11, setting++);
      int changed = 0;
      for (int i = 0; i < 10; i++) {
        ArcGrid input = rule.input(random);
        changed += rule.apply(input).filter(output -> !output.equals(input)).isPresent() ? 1 : 0;
      }
      assertThat(changed).as("%s: inputs of 10 that show it", rule).isGreaterThan(2);
    }
  }

  private static void assertRule(Rule rule, String input, String output) {
    assertThat(rule.apply(ArcGrid.parse(input)).map(ArcGrid::toString))
        .as("%s of %s", rule, input)
        .isEqualTo(Optional.of(output));
  }
}
