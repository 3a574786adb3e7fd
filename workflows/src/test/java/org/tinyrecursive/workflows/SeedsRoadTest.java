package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.train.Reproduction;
import org.tinyrecursive.workflows.cli.ExitCode;

class SeedsRoadTest {
  @TempDir private Path folder;

  @Test
  void severalSeedsAreTheRunsThatEachWouldBeAlone() throws Exception {
    TinyRoad road = TinyRoad.make(folder, 4);
    Path runs = folder.resolve("runs");
    Object[] length = {"--set=train.epochs=4", "--set=train.eval_interval=4", "--format=json"};

    JsonNode all =
        road.train(TinyRoad.joined(length, "--seeds=5,6", "--output-dir", runs))
            .requireDone()
            .json();
    Path alone = folder.resolve("alone");
    road.train(TinyRoad.joined(length, "--set=train.seed=6", "--output-dir", alone)).requireDone();

    assertThat(all.path("runs")).hasSize(2);
    assertThat(all.path("mean_exact_accuracy").isNumber()).isTrue();
    assertThat(runs.resolve("report.html")).exists();
    assertThat(Reproduction.compare(alone, runs.resolve("seed-6")).isExact()).isTrue();
    assertThat(Reproduction.compare(alone, runs.resolve("seed-5")).isExact()).isFalse();

    // Without a recipe: that of the runs is taken.
    Trm resumed =
        Trm.run("train", "--data", road.data(), "--seeds=5,6,7", "--resume", "--output-dir", runs);
    assertThat(resumed.requireDone().err()).contains("seed 5 is over", "seed 7, 3 of 3");
    assertThat(resumed.out()).contains("3 seeds");
  }

  @Test
  void seedsThatAreNoNumbersAreAWrongCommandLine() {
    Trm wrong =
        Trm.run("train", "--recipe=sudoku-mini", "--data=d", "--output-dir=o", "--seeds=1,x");

    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("--seeds");
  }
}
