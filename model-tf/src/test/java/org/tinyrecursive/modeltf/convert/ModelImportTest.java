package org.tinyrecursive.modeltf.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.tinyrecursive.modeltf.convert.ModelExport.Naming;
import org.tinyrecursive.modeltf.convert.ModelImport.PuzzleTable;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.predict.Predictor;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

class ModelImportTest {
  private static final DataShape DATA = new DataShape(4, 5, 3, 0, -1, 0);
  private static final ModelConfig MODEL =
      new ModelConfig(
          8,
          2,
          1,
          1,
          1,
          1,
          false,
          PositionEncoding.ROPE,
          8,
          1,
          2,
          0,
          true,
          ForwardDtype.FLOAT32,
          LossKind.STABLEMAX_CROSS_ENTROPY);
  private static final Recipe RECIPE =
      new Recipe(
          "tiny",
          "for tests",
          MODEL,
          new TrainConfig(2, 1, 1, 0, 0, 1, 1e-3, 1, 0, 0.9, 0.95, 0, 1e-2, 0, true, 0.9, 5),
          new CurriculumConfig(0, 0, 0, 1));

  @TempDir Path folder;

  private static List<NamedTensor> weights(DataShape data) {
    return ModelParameters.of(MODEL, data).stream()
        .map(spec -> spec.initialValue(spec.name().equals("q_head.weight") ? 1 : 3))
        .toList();
  }

  private Path published(List<NamedTensor> weights) throws IOException {
    TorchArchive archive = new TorchArchive();
    weights.forEach(weight -> archive.add("_orig_mod.model.inner." + weight.name(), weight));
    return archive.write(folder.resolve("published.pth"));
  }

  private Checkpoint imported() throws IOException {
    ImportedWeights read =
        ModelImport.read(published(weights(DATA)), MODEL, DATA, PuzzleTable.EXACT);
    ImportedRun.save(folder.resolve("run"), RECIPE, DATA, "5ha", read.tensors(), Map.of());
    return Checkpoint.load(folder.resolve("run"));
  }

  private static void assertSame(List<NamedTensor> actual, List<NamedTensor> expected) {
    for (NamedTensor one : expected) {
      NamedTensor other =
          actual.stream().filter(t -> t.name().equals(one.name())).findFirst().orElseThrow();
      assertThat(other.sameBits(one)).as(one.name()).isTrue();
    }
    assertThat(actual).hasSameSizeAs(expected);
  }

  @Test
  void aPublishedFileBecomesARunAndGoesBackToThePublishedNames() throws IOException {
    Checkpoint run = imported();
    Path exported = folder.resolve("back.safetensors");
    ModelExport.writeSafetensors(exported, run, WeightSet.EMA, Naming.PUBLISHED);

    assertThat(run.state().step()).isZero();
    assertSame(run.loadModel(), weights(DATA));
    assertThat(Safetensors.read(exported).names())
        .contains("_orig_mod.model.inner.L_level.layers.0.self_attn.qkv_proj.weight");
    assertSame(ModelImport.read(exported, MODEL, DATA, PuzzleTable.EXACT).tensors(), weights(DATA));
  }

  @Test
  void aFileForPyTorchHasThePublishedNamesAndComesBackBitForBit() throws IOException {
    Checkpoint run = imported();
    Path exported = folder.resolve("back.pth");
    Path again = folder.resolve("again.pth");
    ModelExport.writePyTorch(exported, run, WeightSet.RAW);
    ModelExport.writePyTorch(again, run, WeightSet.RAW);

    assertThat(PyTorchFile.read(exported).tensors())
        .extracting(NamedTensor::name)
        .contains("_orig_mod.model.inner.puzzle_emb.weights", "_orig_mod.model.inner.H_init");
    assertSame(ModelImport.read(exported, MODEL, DATA, PuzzleTable.EXACT).tensors(), weights(DATA));
    assertThat(again).hasSameBinaryContentAs(exported);
    try (ZipFile zip = new ZipFile(exported.toFile())) {
      assertThat(zip.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
  }

  @Test
  void aSavedModelAnswersLikeTheCheckpoint() throws IOException {
    Checkpoint run = imported();
    Path saved = folder.resolve("saved");
    SavedModelExport.write(saved, run, WeightSet.RAW, 2);
    int[] inputs = {1, 2, 3, 4, 4, 3, 2, 1};
    Batch batch = new Batch(2, 4, inputs, inputs, new int[] {2, 0}, 2);
    List<StepOutput> outputs = new ArrayList<>();
    try (Predictor predictor = Predictor.load(run.folder(), WeightSet.RAW, 2, new Compute(1))) {
      predictor.evaluate(batch, outputs::add);
    }

    SavedModelAnswer answer = SavedModelAnswer.of(saved, batch);

    assertThat(answer.predictions()).isEqualTo(outputs.get(1).predictions());
    assertThat(answer.qHalt()).containsExactly(outputs.get(1).qHalt());
    assertThatThrownBy(() -> SavedModelExport.write(saved, run, WeightSet.RAW, 2))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("exists");
  }

  @Test
  void aTableOfAnotherSizeIsRefusedOrResetToTheMeanRow() throws IOException {
    Path file = published(weights(new DataShape(4, 5, 2, 0, -1, 0)));

    assertThatThrownBy(() -> ModelImport.read(file, MODEL, DATA, PuzzleTable.EXACT))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("puzzle_emb.weights has shape [2, 8]")
        .hasMessageContaining("need [3, 8]")
        .hasMessageContaining("--reset-puzzle-table");
    assertThat(ModelImport.read(file, MODEL, DATA, PuzzleTable.RESET).tensors()).hasSize(11);
  }

  @Test
  void whatIsNoWeightIsLeftAsideByName() throws IOException {
    TorchArchive archive = new TorchArchive().open("state_dict");
    weights(DATA).forEach(weight -> archive.add("model.inner." + weight.name(), weight));
    archive.add("model.inner.rotary_emb.cos_cached", NamedTensor.of("c", List.of(1L), 0)).close();
    NamedTensor moment = NamedTensor.of("m", List.of(1L), 0);
    Path file =
        archive.open("optimizer").add("exp_avg", moment).close().write(folder.resolve("all.pth"));

    ImportedWeights read = ModelImport.read(file, MODEL, DATA, PuzzleTable.EXACT);

    assertSame(read.tensors(), weights(DATA));
    assertThat(read.leftAside()).containsExactly("optimizer", "rotary_emb.cos_cached");
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() throws IOException {
    List<NamedTensor> cut = weights(DATA).subList(1, weights(DATA).size());
    List<NamedTensor> more = new ArrayList<>(weights(DATA));
    more.add(NamedTensor.of("H_level.layers.0.mlp.down_proj.weight", List.of(1L), 0));

    assertThatThrownBy(() -> ModelImport.read(published(cut), MODEL, DATA, PuzzleTable.EXACT))
        .hasMessageContaining("has no tensor H_init");
    assertThatThrownBy(() -> ModelImport.read(published(more), MODEL, DATA, PuzzleTable.EXACT))
        .hasMessageContaining("H_level.layers.0.mlp.down_proj.weight")
        .hasMessageContaining("model.variant");
    assertThatThrownBy(() -> ModelImport.read(folder.resolve("no"), MODEL, DATA, PuzzleTable.EXACT))
        .hasMessageContaining("is no file");
  }
}
