package org.tinyrecursive.transforms.arc.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;

class PassAtTest {
  private static final ArcGrid GRID = ArcGrid.parse("1");
  private static final int NOT_VOTED_FOR = 0;

  /** A task whose test inputs have their right answer at these places. */
  private static VotedTask task(int... places) {
    ArcPair pair = new ArcPair(GRID, GRID);
    return new VotedTask(
        new ArcTask("t", List.of(pair), Arrays.stream(places).mapToObj(p -> pair).toList()),
        Arrays.stream(places)
            .mapToObj(
                place ->
                    new VotedQuestion(
                        GRID,
                        Optional.of(GRID),
                        3,
                        2,
                        place == NOT_VOTED_FOR ? OptionalInt.empty() : OptionalInt.of(place),
                        List.of()))
            .toList());
  }

  @Test
  void everyTaskCountsAlikeHoweverManyTestInputsItHas() {
    List<VotedTask> tasks = List.of(task(1), task(2, 1, NOT_VOTED_FOR, 7));

    assertThat(PassAt.of(tasks, 1)).isCloseTo((1 + 0.25) / 2, within(1e-12));
    assertThat(PassAt.of(tasks, 2)).isCloseTo((1 + 0.5) / 2, within(1e-12));
    assertThat(PassAt.of(tasks, 6)).isCloseTo((1 + 0.5) / 2, within(1e-12));
    assertThat(PassAt.of(tasks, 1000)).isCloseTo((1 + 0.75) / 2, within(1e-12));
  }

  @Test
  void nothingWasAskedAndNothingPasses() {
    assertThat(PassAt.of(List.of(), 2)).isZero();
    assertThat(PassAt.of(List.of(task(NOT_VOTED_FOR)), 1000)).isZero();
  }

  @Test
  void theFiguresHaveTheirPublishedNamesInTheirOrder() {
    assertThat(PassAt.metrics(List.of(task(5))))
        .containsExactly(
            Map.entry("ARC/pass@1", 0.0),
            Map.entry("ARC/pass@2", 0.0),
            Map.entry("ARC/pass@5", 1.0),
            Map.entry("ARC/pass@10", 1.0),
            Map.entry("ARC/pass@100", 1.0),
            Map.entry("ARC/pass@1000", 1.0));
  }
}
