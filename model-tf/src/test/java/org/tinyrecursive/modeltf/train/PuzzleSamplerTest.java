package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.train.PuzzleSampler.Place;
import org.tinyrecursive.modeltf.train.PuzzleSampler.Sample;

class PuzzleSamplerTest {
  private static List<Sample> all(PuzzleSampler sampler, DataCursor from) {
    List<Sample> samples = new ArrayList<>();
    Optional<Sample> next = sampler.sample(from);
    while (next.isPresent()) {
      samples.add(next.get());
      next = sampler.sample(next.get().next());
    }
    return samples;
  }

  private static List<Integer> examples(List<Sample> samples) {
    return samples.stream().flatMap(s -> Arrays.stream(s.examples()).boxed()).toList();
  }

  @Test
  void anEpochVisitsEveryGroupOnceInARandomOrder() {
    FakePuzzles puzzles = FakePuzzles.single(20, 5);
    List<Sample> samples =
        all(new PuzzleSampler(puzzles, TestRecipes.train(4, 3, 3)), DataCursor.START);

    List<Integer> groups =
        examples(samples).stream().map(e -> puzzles.groupOf(puzzles.puzzleOf(e))).toList();
    assertThat(groups).hasSize(60);
    List<Integer> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> visited = groups.subList(20 * epoch, 20 * epoch + 20);
      assertThat(visited).doesNotHaveDuplicates().isNotEqualTo(visited.stream().sorted().toList());
      epochs.add(visited.hashCode());
    }
    assertThat(epochs).doesNotHaveDuplicates();
  }

  @Test
  void puzzlesOfAGroupAreDrawnUniformly() {
    FakePuzzles puzzles = FakePuzzles.single(2, 4);
    Map<Integer, Integer> drawn = new HashMap<>();
    List<Sample> samples =
        all(new PuzzleSampler(puzzles, TestRecipes.train(2, 2000, 2000)), DataCursor.START);
    examples(samples).forEach(example -> drawn.merge(example, 1, Integer::sum));

    // 2000 draws over 4 puzzles: 500 each, standard deviation 19.
    assertThat(drawn).hasSize(8).allSatisfy((e, n) -> assertThat(n).isBetween(420, 580));
  }

  @Test
  void batchesRunAcrossEpochsAndTheIncompleteLastOneIsDropped() {
    FakePuzzles puzzles = FakePuzzles.single(10, 1);
    // Iterations of 2 epochs, 20 examples: 2 batches of 8, 4 examples dropped; the last has 10.
    List<Sample> samples =
        all(new PuzzleSampler(puzzles, TestRecipes.train(8, 5, 2)), DataCursor.START);

    assertThat(samples)
        .extracting(Sample::place)
        .containsExactly(
            Place.WITHIN_ITERATION,
            Place.ENDS_ITERATION,
            Place.WITHIN_ITERATION,
            Place.ENDS_ITERATION,
            Place.ENDS_ITERATION);
    assertThat(samples.get(0).next()).isEqualTo(new DataCursor(0, 8));
    assertThat(samples.get(1).next()).isEqualTo(new DataCursor(1, 0));
  }

  @Test
  void examplesOfAPuzzleFollowEachOtherWithoutRepetitionAndAreCutToWhatFits() {
    FakePuzzles puzzles = new FakePuzzles(new int[] {1, 1, 1}, new int[] {5, 5, 5});
    for (Sample sample :
        all(new PuzzleSampler(puzzles, TestRecipes.train(7, 40, 40)), DataCursor.START)) {
      List<Integer> puzzle =
          Arrays.stream(sample.examples()).boxed().map(puzzles::puzzleOf).toList();
      assertThat(puzzle.subList(0, 5)).containsOnly(puzzle.get(0));
      assertThat(puzzle.subList(5, 7)).containsOnly(puzzle.get(5));
      assertThat(Arrays.stream(sample.examples()).limit(5)).doesNotHaveDuplicates();
      assertThat(Arrays.stream(sample.examples()).skip(5)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aVisitAddsNoMoreThanIsAskedForSoThatLargePuzzlesShareABatch() {
    FakePuzzles puzzles = new FakePuzzles(new int[] {1, 1, 1}, new int[] {50, 50, 2});
    List<Sample> samples =
        all(new PuzzleSampler(puzzles, TestRecipes.visiting(4, 10, 200, 200)), DataCursor.START);

    // An epoch is 4 + 4 + 2 examples: one batch.
    assertThat(samples).hasSize(200);
    for (Sample sample : samples) {
      Map<Integer, Long> shares =
          Arrays.stream(sample.examples())
              .boxed()
              .collect(Collectors.groupingBy(puzzles::puzzleOf, Collectors.counting()));
      assertThat(shares).isEqualTo(Map.of(0, 4L, 1, 4L, 2, 2L));
      assertThat(sample.examples()).doesNotHaveDuplicates();
    }
    assertThat(new HashSet<>(examples(samples))).hasSize(102);
  }

  @Test
  void allExamplesOfAMultiExamplePuzzleAreSeenOverTime() {
    FakePuzzles puzzles = FakePuzzles.mixed(9);
    Set<Integer> seen =
        new HashSet<>(
            examples(
                all(new PuzzleSampler(puzzles, TestRecipes.train(4, 400, 50)), DataCursor.START)));
    assertThat(seen).hasSize(puzzles.exampleCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 30})
  void samplingGoesOnExactlyFromAnyCursor(int batchSize) {
    FakePuzzles puzzles = FakePuzzles.mixed(13);
    List<Sample> whole =
        all(new PuzzleSampler(puzzles, TestRecipes.train(batchSize, 6, 2)), DataCursor.START);
    assertThat(whole).isNotEmpty();
    for (int i = 0; i < whole.size(); i++) {
      List<Sample> rest =
          all(new PuzzleSampler(puzzles, TestRecipes.train(batchSize, 6, 2)), whole.get(i).next());
      assertThat(examples(rest)).isEqualTo(examples(whole.subList(i + 1, whole.size())));
    }
  }

  @Test
  void iterationsAreCountedByTheirEnds() {
    FakePuzzles puzzles = FakePuzzles.mixed(13);
    List<Sample> samples =
        all(new PuzzleSampler(puzzles, TestRecipes.train(5, 9, 3)), DataCursor.START);
    assertThat(samples).filteredOn(s -> s.place() == Place.ENDS_ITERATION).hasSize(3);
    assertThat(samples.get(samples.size() - 1).place()).isEqualTo(Place.ENDS_ITERATION);
  }

  @Test
  void theSeedDecides() {
    FakePuzzles puzzles = FakePuzzles.single(30, 3);
    List<Integer> first = drawn(puzzles, 7);
    assertThat(drawn(puzzles, 7)).isEqualTo(first);
    assertThat(drawn(puzzles, 8)).isNotEqualTo(first);
  }

  private static List<Integer> drawn(FakePuzzles puzzles, long seed) {
    TrainConfig config = TestRecipes.train(10, 2, 1, 0, seed);
    return examples(all(new PuzzleSampler(puzzles, config), DataCursor.START));
  }
}
