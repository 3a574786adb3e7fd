package org.tinyrecursive.modeltf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.transforms.InputRefusedException;

class ResumeCheckTest {
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(Path.of("run/step-1"), Samples.state(1, Optional.empty()));

  @Test
  void theSameRecipeAndDataGoOn() {
    assertThat(ResumeCheck.check(CHECKPOINT, Samples.recipe(64, 1e-3), Samples.SHAPE, "ab12"))
        .isEmpty();
  }

  @Test
  void aSettingThatTensorsDoNotDependOnMayChangeAndIsReported() {
    assertThat(ResumeCheck.check(CHECKPOINT, Samples.recipe(64, 2e-3), Samples.SHAPE, "ab12"))
        .containsExactly("train.lr: 0.002, was 0.001");
  }

  @Test
  void anotherArchitectureIsRefusedWithBothValues() {
    assertThatThrownBy(
            () -> ResumeCheck.check(CHECKPOINT, Samples.recipe(32, 1e-3), Samples.SHAPE, "ab12"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("model.hidden_size is 32")
        .hasMessageContaining("64");
  }

  @Test
  void anotherDatasetIsRefusedWithBothHashes() {
    assertThatThrownBy(
            () -> ResumeCheck.check(CHECKPOINT, Samples.recipe(64, 1e-3), Samples.SHAPE, "cd34"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("cd34")
        .hasMessageContaining("ab12");
  }

  @Test
  void anotherVocabularyIsRefusedWithBothSizes() {
    DataShape other = new DataShape(16, 11, 1, 0, 0, 0);
    assertThatThrownBy(() -> ResumeCheck.check(CHECKPOINT, Samples.recipe(64, 1e-3), other, "ab12"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("vocab_size 11")
        .hasMessageContaining("with 6");
  }
}
