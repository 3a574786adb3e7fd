package org.tinyrecursive.transforms.arc.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;

class ArcSampleGeneratorTest {
  private static final ArcSampleGenerator ALL =
      new ArcSampleGenerator(EnumSet.allOf(RuleLevel.class), 5);

  @ParameterizedTest
  @EnumSource(RuleKind.class)
  void aRuleOfTheKindExplainsTheTaskAndEveryOtherExplanationAgrees(RuleKind kind) {
    for (int round = 0; round < 3; round++) {
      ArcTask task = ALL.task(ALL.kinds().indexOf(kind) + round * ALL.kinds().size());

      assertThat(task.id()).startsWith(kind.label() + "-");
      assertThat(kind.rules())
          .as("rules of the kind that give all outputs of %s", task.id())
          .anyMatch(rule -> pairs(task).allMatch(pair -> gives(rule, pair)));
      assertThat(Explanations.determine(task)).isTrue();
    }
  }

  @Test
  void everyPairShowsSomethingAndNoInputComesTwice() {
    for (int i = 0; i < 60; i++) {
      ArcTask task = ALL.task(i);
      assertThat(task.train()).hasSizeBetween(3, 5);
      assertThat(task.test()).hasSizeBetween(1, 2);
      assertThat(pairs(task)).allMatch(pair -> !pair.input().equals(pair.output()));
      assertThat(pairs(task).map(ArcPair::input)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aTaskDependsOnSeedLevelsAndIndexAlone() {
    List<ArcTask> forward = IntStream.range(0, 20).mapToObj(ALL::task).toList();
    ArcSampleGenerator again = new ArcSampleGenerator(EnumSet.allOf(RuleLevel.class), 5);
    for (int i = 19; i >= 0; i--) {
      assertThat(again.task(i)).isEqualTo(forward.get(i));
    }
    ArcSampleGenerator other = new ArcSampleGenerator(EnumSet.allOf(RuleLevel.class), 6);
    assertThat(other.task(0)).isNotEqualTo(forward.get(0));
  }

  @Test
  void kindsTakeTurnsAndLevelsAreKept() {
    ArcSampleGenerator hard = new ArcSampleGenerator(EnumSet.of(RuleLevel.HARD), 5);
    Set<RuleKind> kinds = new HashSet<>();
    for (int i = 0; i < hard.kinds().size(); i++) {
      kinds.add(hard.kind(i));
    }
    assertThat(kinds).hasSize(hard.kinds().size()).allMatch(kind -> kind.level() == RuleLevel.HARD);
    for (RuleLevel level : RuleLevel.values()) {
      assertThat(new ArcSampleGenerator(EnumSet.of(level), 0).kinds()).hasSizeGreaterThan(4);
    }
    assertThatThrownBy(() -> new ArcSampleGenerator(EnumSet.noneOf(RuleLevel.class), 0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("allowed: EASY, MEDIUM, HARD");
  }

  @Test
  void tasksHaveTheSizeAskedFor() {
    ArcSampleGenerator sized =
        new ArcSampleGenerator(EnumSet.of(RuleLevel.EASY), new TaskSize(40, 6, 8), 3);
    for (int i = 0; i < sized.kinds().size(); i++) {
      ArcTask task = sized.task(i);
      assertThat(task.train()).hasSize(40);
      assertThat(task.test()).hasSize(6);
      assertThat(task.largestSide()).isLessThanOrEqualTo(8);
    }
    assertThatThrownBy(() -> new TaskSize(0, 0, 7))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--max-side is 7, allowed: 8 to 30");
  }

  @Test
  void manyPairsOfSmallGridsAreFoundOrRefusedWithTheRemedy() {
    Set<RuleLevel> easy = EnumSet.of(RuleLevel.EASY);
    ArcSampleGenerator many = new ArcSampleGenerator(easy, new TaskSize(880, 20, 8), 1);
    for (int i = 0; i < many.kinds().size(); i++) {
      assertThat(many.task(i).train()).as(many.task(i).id()).hasSize(880);
    }

    ArcSampleGenerator tooMany =
        new ArcSampleGenerator(EnumSet.of(RuleLevel.MEDIUM), new TaskSize(900, 900, 8), 1);
    assertThatThrownBy(() -> IntStream.range(0, tooMany.kinds().size()).forEach(tooMany::task))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("no task of kind ")
        .hasMessageContaining("900 train and 900 test pairs")
        .hasMessageContaining("--train-pairs");
  }

  @Test
  void aTaskThatTwoRulesExplainDifferentlyIsNotDetermined() {
    // Both pairs are symmetric: a flip left-right and a half turn give the same, the test tells.
    ArcTask open =
        new ArcTask(
            "open",
            List.of(pair("12/12", "21/21"), pair("340/340", "043/043")),
            List.of(pair("12/30", "21/03")));
    assertThat(Explanations.of(open.train())).hasSizeGreaterThan(1);
    assertThat(Explanations.determine(open)).isFalse();
    ArcTask senseless =
        new ArcTask("no", List.of(pair("12", "9/9/9")), List.of(pair("12", "9/9/9")));
    assertThat(Explanations.determine(senseless)).isFalse();
  }

  private static ArcPair pair(String input, String output) {
    return new ArcPair(ArcGrid.parse(input), ArcGrid.parse(output));
  }

  private static boolean gives(Rule rule, ArcPair pair) {
    return rule.apply(pair.input()).filter(pair.output()::equals).isPresent();
  }

  private static Stream<ArcPair> pairs(ArcTask task) {
    return Stream.concat(task.train().stream(), task.test().stream());
  }
}
