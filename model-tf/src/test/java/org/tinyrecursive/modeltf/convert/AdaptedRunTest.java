package org.tinyrecursive.modeltf.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.Safetensors;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.predict.Predictor;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

class AdaptedRunTest {
  private static final String TABLE = "puzzle_emb.weights";
  private static final DataShape SEEN = new DataShape(4, 5, 3, 0, -1, 0);
  private static final DataShape UNSEEN = new DataShape(4, 5, 6, 0, -1, 0);

  @TempDir private Path folder;

  /**
   * @param width of the puzzle embedding; 0: none
   */
  private static Recipe recipe(int width) {
    return new Recipe(
        "tiny",
        "for tests",
        new ModelConfig(
            8,
            2,
            1,
            1,
            1,
            1,
            false,
            PositionEncoding.ROPE,
            width,
            width == 0 ? 0 : 1,
            2,
            0,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY),
        new TrainConfig(2, 1, 1, 0, 0, 1, 1e-3, 1, 0, 0.9, 0.95, 0, 1e-2, 0, true, 0.9, 5),
        new CurriculumConfig(0, 0, 0, 1));
  }

  /** A run whose puzzle table counts: row r holds r in every column. */
  private Checkpoint trained(Recipe recipe) throws IOException {
    List<NamedTensor> weights = new ArrayList<>();
    ModelParameters.of(recipe.model(), SEEN)
        .forEach(
            spec -> {
              float[] rows = new float[3 * 8];
              for (int row = 0; row < 3; row++) {
                Arrays.fill(rows, 8 * row, 8 * row + 8, row);
              }
              weights.add(
                  spec.name().equals(TABLE)
                      ? NamedTensor.of(TABLE, spec.shape(), rows)
                      : spec.initialValue(3));
            });
    Path run = folder.resolve("trained-" + recipe.model().puzzleEmbNdim());
    ImportedRun.save(run, recipe, SEEN, "seen", weights, Map.of());
    return Checkpoint.load(run);
  }

  private Checkpoint adapted(Checkpoint trained, DataShape data, PuzzleRows rows)
      throws IOException {
    Path run = folder.resolve("adapted-" + rows);
    Path saved =
        AdaptedRun.save(run, trained, trained.state().recipe(), data, rows, "unseen", Map.of());
    return Checkpoint.load(saved);
  }

  private static float[] table(Checkpoint checkpoint) throws IOException {
    return checkpoint.loadModel().stream()
        .filter(tensor -> tensor.name().equals(TABLE))
        .findFirst()
        .orElseThrow()
        .floats();
  }

  @Test
  void everyUnseenPuzzleGetsARowOfItsOwnThatBeginsAsAsked() throws IOException {
    Checkpoint trained = trained(recipe(8));

    assertThat(table(adapted(trained, UNSEEN, PuzzleRows.MEAN))).hasSize(6 * 8).containsOnly(1);
    assertThat(table(adapted(trained, UNSEEN, PuzzleRows.ZEROS))).hasSize(6 * 8).containsOnly(0);
  }

  @Test
  void allElseIsTheTrainedModelAndCanBePredictedWith() throws IOException {
    Checkpoint trained = trained(recipe(8));
    Checkpoint adapted = adapted(trained, UNSEEN, PuzzleRows.MEAN);

    assertThat(adapted.state().datasetSha256()).isEqualTo("unseen");
    assertThat(adapted.state().dataShape()).isEqualTo(UNSEEN);
    assertThat(adapted.state().step()).isZero();
    for (NamedTensor weight : trained.loadModel()) {
      if (!weight.name().equals(TABLE)) {
        assertThat(adapted.loadModel())
            .as(weight.name())
            .anyMatch(other -> other.name().equals(weight.name()) && other.sameBits(weight));
      }
    }
    try (Predictor model = Predictor.load(adapted.folder(), WeightSet.EMA, 2, new Compute(1))) {
      assertThat(model.data().numPuzzleIdentifiers()).isEqualTo(6);
    }
  }

  @Test
  void otherTokensAndAModelWithoutPuzzleEmbeddingsAreRefused() throws IOException {
    Checkpoint trained = trained(recipe(8));
    assertThatThrownBy(() -> adapted(trained, new DataShape(9, 5, 6, 0, -1, 0), PuzzleRows.MEAN))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("understands 4 tokens of 5 values, the tasks have 9 of 5");

    Checkpoint blind = trained(recipe(0));
    assertThatThrownBy(() -> adapted(blind, UNSEEN, PuzzleRows.ZEROS))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("model.puzzle_emb_ndim is 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {TABLE, "H_init", "lm_head.weight"})
  void aDamagedModelIsRefusedByTheTensorAndNothingIsSaved(String name) throws IOException {
    Checkpoint trained = trained(recipe(8));
    Path file = trained.folder().resolve("model.safetensors");
    List<NamedTensor> others = new ArrayList<>(trained.loadModel());
    others.removeIf(tensor -> tensor.name().equals(name));
    Safetensors.write(file, others, Map.of());
    Safetensors.write(trained.folder().resolve("ema.safetensors"), others, Map.of());
    assertThatThrownBy(() -> adapted(trained, UNSEEN, PuzzleRows.MEAN))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("%s has no tensor %s, its settings need", trained.folder(), name);

    others.add(NamedTensor.of(name, List.of(), 1));
    Safetensors.write(file, others, Map.of());
    assertThatThrownBy(() -> adapted(trained, UNSEEN, PuzzleRows.MEAN))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("has a tensor %s of shape [], its settings need", name)
        .hasMessageContaining("take another checkpoint");
    assertThat(folder.resolve("adapted-MEAN")).doesNotExist();
  }

  @Test
  void theMeanOfNoRowIsZeros() {
    ParameterSpec spec =
        ModelParameters.of(recipe(8).model(), UNSEEN).stream()
            .filter(one -> one.name().equals(TABLE))
            .findFirst()
            .orElseThrow();

    assertThat(PuzzleRows.MEAN.fill(spec, NamedTensor.of(TABLE, List.of(0L, 8L))).floats())
        .hasSize(6 * 8)
        .containsOnly(0);
  }
}
