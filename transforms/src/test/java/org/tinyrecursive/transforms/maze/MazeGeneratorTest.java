package org.tinyrecursive.transforms.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.samples.Samples;

class MazeGeneratorTest {

  @ParameterizedTest
  @CsvSource({"30,30,111", "30,30,250", "10,10,30", "12,40,100", "1,9,3", "2,2,1", "64,64,400"})
  void everyMazeHasAPathAsLongAsAsked(int rows, int columns, int steps) {
    MazeShape shape = new MazeShape(rows, columns);
    MazeGenerator generator = new MazeGenerator(shape, steps, 7);
    for (int i = 0; i < 20; i++) {
      MazePuzzle puzzle = generator.puzzle(i);
      assertThat(puzzle.shape()).isEqualTo(shape);
      assertThat(puzzle.pathLength()).isGreaterThanOrEqualTo(steps).isEqualTo(puzzle.rating());
    }
  }

  @Test
  void mazeHardAsksMoreThan110StepsAt30() {
    assertThat(MazeGenerator.hardSteps(new MazeShape(30, 30))).isEqualTo(111);
    assertThat(MazeGenerator.hardSteps(new MazeShape(2, 1))).isEqualTo(1);
  }

  @Test
  void aMazeDependsOnSeedAndIndexAlone() {
    MazeShape shape = new MazeShape(15, 15);
    List<MazePuzzle> forward = draw(new MazeGenerator(shape, 20, 3), 0, 1, 2);
    List<MazePuzzle> backward = draw(new MazeGenerator(shape, 20, 3), 2, 1, 0);
    Collections.reverse(backward);
    assertThat(backward).isEqualTo(forward).doesNotHaveDuplicates();
    assertThat(draw(new MazeGenerator(shape, 20, 4), 0, 1, 2)).doesNotContainAnyElementsOf(forward);
  }

  @Test
  void mazesHaveHallsAndDetoursAsWellAsOneWay() {
    MazeGenerator generator = new MazeGenerator(new MazeShape(30, 30), 111, 0);
    List<MazePuzzle> mazes = draw(generator, IntStream.range(0, 50).toArray());
    // A cell of the way that can be walled up without cutting start from goal: another way exists.
    long withDetours = mazes.stream().filter(MazeGeneratorTest::hasDetour).count();
    assertThat(withDetours).isGreaterThan(25);
    double walls =
        mazes.stream().mapToInt(maze -> maze.question().count(MazeGrid.WALL)).average().orElse(0);
    assertThat(walls / 900).isBetween(0.2, 0.55);
  }

  @Test
  void aPathLongerThanAnyMazeHasIsRefused() {
    assertThatThrownBy(() -> new MazeGenerator(new MazeShape(5, 5), 24, 0).puzzle(0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("no 5×5 maze with a shortest path of 24 steps or more");
    assertThatThrownBy(() -> new MazeGenerator(new MazeShape(5, 5), 25, 0))
        .hasMessageContaining("at least 25 steps asked of a 5×5 maze, allowed: 1 to 24");
  }

  @Test
  void noHeldOutMazeIsACopyOfAnyOther() {
    // Small enough that copies turn up by themselves.
    MazeGenerator generator = new MazeGenerator(new MazeShape(4, 4), 6, 0);
    Samples<MazePuzzle> samples = MazeSamples.draw(generator, 1000, 60, drawn -> {});
    Set<String> train = forms(samples.train());
    Set<String> test = forms(samples.test());
    assertThat(samples.train()).hasSize(1000);
    assertThat(train.size()).as("copies in training are allowed").isLessThan(1000);
    assertThat(test).hasSize(60).doesNotContainAnyElementsOf(train);
    assertThat(MazeSamples.draw(generator, 1000, 60, drawn -> {})).isEqualTo(samples);
  }

  private static boolean hasDetour(MazePuzzle maze) {
    Distances distances = new Distances(maze.shape());
    int start = maze.question().find(MazeGrid.START);
    int goal = maze.question().find(MazeGrid.GOAL);
    byte[] answer = maze.answer().toTokens();
    for (int cell = 0; cell < answer.length; cell++) {
      if (answer[cell] == MazeGrid.PATH) {
        byte[] closed = maze.question().toTokens();
        closed[cell] = MazeGrid.WALL;
        if (distances.measure(closed, start, MazeGrid.OPEN).to(goal) != Distances.UNREACHED) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<MazePuzzle> draw(MazeGenerator generator, int... indices) {
    return IntStream.of(indices)
        .mapToObj(generator::puzzle)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Set<String> forms(List<MazePuzzle> puzzles) {
    Set<String> forms = new HashSet<>();
    puzzles.forEach(puzzle -> forms.add(MazeSymmetry.canonicalForm(puzzle.question())));
    return forms;
  }
}
