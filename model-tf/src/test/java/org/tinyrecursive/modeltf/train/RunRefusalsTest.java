package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.transforms.InputRefusedException;

/** Runs that are refused before the first step. */
class RunRefusalsTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp.resolve("run"));
  }

  @Test
  void refusalsLeaveNothingBehind() {
    Runs tooLarge = runs();
    tooLarge.recipe = TestRecipes.recipe(TestRecipes.train(4000, 4, 2), TestRecipes.NO_CURRICULUM);
    assertThatThrownBy(tooLarge::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.global_batch_size");

    Runs noBlanks = runs();
    TrainingData data = noBlanks.data;
    noBlanks.data =
        new TrainingData(
            data.shape(),
            data.sha256(),
            data.train(),
            data.meanPuzzleExamples(),
            data.test(),
            OptionalInt.empty());
    noBlanks.recipe =
        TestRecipes.recipe(TestRecipes.train(4, 4, 2), new CurriculumConfig(5, 3, 0, 1));
    assertThatThrownBy(noBlanks::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("curriculum.start_clues");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void anOutputDirectoryThatIsNotEmptyIsRefused() throws IOException {
    Runs run = runs();
    Files.createDirectories(run.folder);
    Files.writeString(run.folder.resolve("letter.txt"), "mine");
    assertThatThrownBy(run::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("letter.txt");
    assertThatThrownBy(run::resume).isInstanceOf(InputRefusedException.class);
    Files.delete(run.folder.resolve("letter.txt"));
    run.start();
    assertThatThrownBy(run::start)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("add --resume");
  }
}
