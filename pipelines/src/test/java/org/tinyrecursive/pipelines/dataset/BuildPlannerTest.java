package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.dataset.BuildPlan.SplitPlan;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazeGenerator;
import org.tinyrecursive.transforms.maze.MazeShape;

class BuildPlannerTest {
  private static final BeamSettings BEAM = BeamSettings.direct(2);
  private static final int COLD = 600;
  private static final int SMALL = 300;
  private static final int LARGE = 900;

  @TempDir Path dir;

  @Test
  void whatComesOutOfASudokuBuildIsWithinTenPercentOfThePlan() throws IOException {
    Path train = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 400, 1));
    Path test = RawSudoku.write(dir.resolve("test.csv"), RawSudoku.rows(9, 300, 2));
    SudokuDatasetSettings settings =
        SudokuDatasetSettings.into(dir.resolve("out"))
            .train(List.of(train.toString()))
            .test(List.of(test.toString()))
            .numAug(9)
            .minDifficulty(100)
            .subsampleSize(250)
            .build();

    BuildPlan plan = plan(new SudokuPlannedBuild(settings, BEAM));

    assertThat(plan.splits().get("train").groups()).isEqualTo(250);
    assertThat(plan.splits().get("train").builtShare()).isLessThan(0.5);
    assertThat(plan.splits().get("test").groups()).isEqualTo(200);
    assertOutcome(plan, SudokuDatasetPipeline.run(settings, BEAM, RunCounters.IGNORED));
  }

  @Test
  void whatComesOutOfAMazeBuildIsWithinTenPercentOfThePlan() throws IOException {
    writeMazes("train.csv", 0, 400);
    MazeDatasetSettings settings = mazes(MazeCopies.DIHEDRAL);

    BuildPlan plan = plan(new MazePlannedBuild(settings, BEAM));

    assertThat(plan.splits()).containsOnlyKeys("train");
    assertThat(plan.splits().get("train").groups()).isEqualTo(400);
    assertOutcome(plan, MazeDatasetPipeline.run(settings, BEAM, RunCounters.IGNORED));
  }

  /** Of a square of one colour there are nine variants, however many are asked for. */
  @Test
  void whatComesOutOfAnArcBuildIsCountedAlsoWhereTasksAreShortOfAugmentations() throws IOException {
    ArcGrid square = ArcGrid.of(2, 2, new byte[] {1, 1, 1, 1});
    List<ArcPair> pairs = List.of(new ArcPair(square, square));
    List<ArcTask> training = new ArrayList<>(RawArc.tasks("training", 5));
    training.add(new ArcTask("flat", pairs, pairs));
    RawArc.write(dir, "training", training);
    RawArc.write(dir, "evaluation", RawArc.tasks("evaluation", 3));
    ArcDatasetSettings settings =
        ArcDatasetSettings.into(dir.resolve("out"))
            .inputFilePrefix(dir.resolve("arc").toString())
            .subsets(List.of("training", "evaluation"))
            .testSetName("evaluation")
            .numAug(200)
            .shards(4)
            .build();

    BuildPlan plan = plan(new ArcPlannedBuild(settings, BEAM));

    assertThat(plan.splits().get("train").puzzles()).isEqualTo(8 * 201 + 9);
    assertThat(plan.splits().get("train").builtShare()).isLessThan(0.5);
    assertOutcome(plan, ArcDatasetPipeline.run(settings, BEAM, RunCounters.IGNORED));
  }

  @Test
  void aDatasetSmallerThanTheSamplesIsKnownExactly() throws IOException {
    writeMazes("train.csv", 0, 20);
    MazeDatasetSettings settings = mazes(MazeCopies.ORIGINAL);

    BuildPlan plan = plan(new MazePlannedBuild(settings, BEAM));

    DatasetBuildResult built = MazeDatasetPipeline.run(settings, BEAM, RunCounters.IGNORED);
    assertThat(plan.bytes()).isEqualTo(built.manifest().totalBytes());
    assertThat(plan.examples()).isEqualTo(20);
  }

  /** Building all costs less there than building parts, and tells more. */
  @Test
  void aDatasetHardlyLargerThanTheFirstPartIsBuiltWhole() throws IOException {
    writeMazes("train.csv", 0, COLD + COLD / 10);
    Counted whole = new Counted(new MazePlannedBuild(mazes(MazeCopies.ORIGINAL), BEAM));
    BuildPlan plan = plan(whole);
    assertThat(plan.splits().get("train").builtShare()).isEqualTo(1);
    assertThat(plan.examples()).isEqualTo(COLD + COLD / 10);
    assertThat(whole.builds).hasSize(3);

    writeMazes("train.csv", 0, SMALL / 2);
    Counted small = new Counted(new MazePlannedBuild(mazes(MazeCopies.ORIGINAL), BEAM));
    plan(small);
    assertThat(small.builds).hasSize(2);
  }

  /** Notes which parts are built. */
  private record Counted(PlannedBuild build, List<Map<String, Long>> builds)
      implements PlannedBuild {
    Counted(PlannedBuild build) {
      this(build, new ArrayList<>());
    }

    @Override
    public SortedMap<String, Size> sizes() throws IOException {
      return build.sizes();
    }

    @Override
    public BeamSettings beam() {
      return build.beam();
    }

    @Override
    public DatasetBuildResult build(Map<String, Long> sizes, Path directory) {
      builds.add(sizes);
      return build.build(sizes, directory);
    }
  }

  @Test
  void nothingIsLeftOfTheSamplesAlsoWhereTheInputIsRefused() throws IOException {
    writeMazes("train.csv", 0, 20);
    plan(new MazePlannedBuild(mazes(MazeCopies.ORIGINAL), BEAM));
    assertThat(dir.resolve("out")).doesNotExist();
    try (Stream<Path> left = Files.list(dir.resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
    Files.writeString(dir.resolve("train.csv"), MazeCsv.HEADER + "\nmade,S##G,S##G,0\n");
    assertThatThrownBy(() -> plan(new MazePlannedBuild(mazes(MazeCopies.ORIGINAL), BEAM)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("the train split has no good row");
  }

  private BuildPlan plan(PlannedBuild build) throws IOException {
    Path scratch = dir.resolve("scratch");
    Files.createDirectories(scratch);
    return new BuildPlanner(build, scratch, COLD, SMALL, LARGE).plan();
  }

  private static void assertOutcome(BuildPlan plan, DatasetBuildResult built) {
    assertThat(plan.splits().keySet()).isEqualTo(built.manifest().splits().keySet());
    plan.splits()
        .forEach(
            (name, split) -> {
              SplitManifest found = built.manifest().splits().get(name);
              assertThat(split)
                  .extracting(SplitPlan::groups, SplitPlan::puzzles, SplitPlan::examples)
                  .containsExactly(
                      found.totalGroups(), found.totalPuzzles(), found.totalExamples());
              assertThat(split.bytes())
                  .as("bytes of %s", name)
                  .isCloseTo(found.totalBytes(), withinPercentage(10));
            });
    assertThat(plan.time().cost().seconds()).isPositive().isGreaterThan(plan.time().workSeconds());
    assertThat(plan.time().workers()).isEqualTo(2);
  }

  private MazeDatasetSettings mazes(MazeCopies copies) {
    return new MazeDatasetSettings(
        new RawFiles(List.of(dir.resolve("train.csv").toString()), List.of()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        copies,
        0,
        new DatasetOutput(dir.resolve("out"), 0, 4, Compression.ZSTD, 0));
  }

  private void writeMazes(String name, int from, int count) throws IOException {
    MazeGenerator generator = new MazeGenerator(new MazeShape(12, 12), 15, 1);
    List<String> lines = new ArrayList<>(List.of(MazeCsv.HEADER));
    for (int i = from; i < from + count; i++) {
      lines.add(MazeCsv.formatRow(generator.puzzle(i)));
    }
    Files.write(dir.resolve(name), lines);
  }
}
