package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;

class ReproductionTest {
  @TempDir Path folder;

  private Runs started(String name) {
    Runs run = new Runs(folder.resolve(name));
    run.start();
    return run;
  }

  @Test
  void theSameRunTwiceMatchesInEveryLine() throws IOException {
    Runs first = started("first");
    Runs second = started("second");

    Reproduction result = Reproduction.compare(first.folder, second.folder);

    assertThat(result.isExact()).isTrue();
    assertThat(result.compared()).isEqualTo(first.metrics().size());
  }

  @Test
  void theFirstLineThatDiffersIsShownWithBothValues() throws IOException {
    Runs first = started("first");
    Runs other = new Runs(folder.resolve("other"));
    other.recipe = TestRecipes.recipe(TestRecipes.train(4, 4, 2, 3, 8), TestRecipes.NO_CURRICULUM);
    other.start();

    Reproduction result = Reproduction.compare(first.folder, other.folder);

    assertThat(result.isExact()).isFalse();
    assertThat(result.difference().orElseThrow()).startsWith("train step 1: was {");
  }

  @Test
  void runsWithNothingInCommonDoNotMatch() throws IOException {
    Runs first = started("first");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.createFile(empty.resolve("metrics.jsonl"));

    assertThat(Reproduction.compare(first.folder, empty).isExact()).isFalse();
  }

  @Test
  void aFolderWithoutMetricsAndABrokenLineAreRefused() throws IOException {
    Runs first = started("first");
    Path broken = Files.createDirectories(folder.resolve("broken"));

    assertThatThrownBy(() -> Reproduction.compare(first.folder, broken))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("nothing to compare");
    Files.writeString(broken.resolve("metrics.jsonl"), "{\"kind\"");
    assertThatThrownBy(() -> Reproduction.compare(first.folder, broken))
        .hasMessageContaining("metrics.jsonl:1: no JSON object");
  }
}
