package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.convert.ImportedRun;
import org.tinyrecursive.modeltf.convert.ModelImport;
import org.tinyrecursive.modeltf.convert.ModelImport.PuzzleTable;
import org.tinyrecursive.modeltf.convert.SavedModelAnswer;
import org.tinyrecursive.modeltf.convert.SavedModelExport;
import org.tinyrecursive.modeltf.convert.TorchArchive;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.WeightSet;

/** The published weights, saved as the published trainer saves them, answer as they did there. */
@Tag("golden")
class ImportedModelGoldenTest {
  /** Share of the norm. Measured: at most 2e-6. */
  private static final double LOGITS = 1e-5;

  /**
   * The same of mlp_t, whose evaluation steps amplify the rounding of float32 4,000-fold: PyTorch's
   * numbers are 3.5e-4 from those of a float64 computation, ours as much from PyTorch's.
   */
  private static final double AMPLIFIED_LOGITS = 1e-3;

  private static final float Q_HALT = 1e-4f;

  /**
   * The same amplification in mlp_t's logits of halting: PyTorch's are 6.5e-5 from those of a
   * float64 computation, ours up to 1e-4 by the kind of processor.
   */
  private static final float AMPLIFIED_Q_HALT = 2e-4f;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> aConvertedModelAnswersAlike() {
    List<GoldenCase> cases = GoldenCase.findAll();
    assumeTrue(!cases.isEmpty(), "no golden/trm cases: set TRM_GOLDEN_DIR to the golden folder");
    return cases.stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> checkCase(golden)));
  }

  private void checkCase(GoldenCase golden) throws IOException {
    ModelConfig model = golden.recipe().model();
    TorchArchive archive = new TorchArchive();
    ModelParameters.of(model, golden.data())
        .forEach(
            spec -> {
              String last = "step%d/after/%s".formatted(golden.steps(), spec.name());
              NamedTensor value = golden.orElse(last, golden.tensor("init/" + spec.name()));
              archive.add("_orig_mod.model.inner." + spec.name(), value);
            });
    Path file = archive.write(folder.resolve(golden.name() + ".pth"));
    Map<String, NamedTensor> weights =
        ModelImport.read(file, model, golden.data(), PuzzleTable.EXACT).tensors().stream()
            .collect(Collectors.toMap(NamedTensor::name, Function.identity()));
    List<StepOutput> outputs = new ArrayList<>();
    int rows = golden.recipe().train().globalBatchSize();
    try (InferenceEngine engine =
        InferenceEngine.create(model, golden.data(), rows, new Compute(2), weights, "import")) {
      engine.evaluate(golden.batch("eval/batch/"), outputs::add);
    }

    checkLogits(golden, weights);

    StepOutput last = outputs.get(outputs.size() - 1);
    assertThat(last.predictions()).isEqualTo(golden.ints("eval/out/preds"));
    float[] expected = golden.tensor("eval/out/q_halt_logits").floats();
    float limit = model.mlpT() ? AMPLIFIED_Q_HALT : Q_HALT;
    for (int i = 0; i < expected.length; i++) {
      assertThat(last.qHalt()[i])
          .isCloseTo(expected[i], within(limit * Math.max(1, Math.abs(expected[i]))));
    }
  }

  /** The logits of the last step, which a SavedModel gives. */
  private void checkLogits(GoldenCase golden, Map<String, NamedTensor> weights) throws IOException {
    Recipe recipe = golden.recipe();
    Path run = folder.resolve(golden.name());
    Path saved = folder.resolve(golden.name() + "-saved");
    ImportedRun.save(run, recipe, golden.data(), "5ha", List.copyOf(weights.values()), Map.of());
    int rows = recipe.train().globalBatchSize();
    SavedModelExport.write(saved, Checkpoint.load(run), WeightSet.RAW, rows);

    SavedModelAnswer answer = SavedModelAnswer.of(saved, golden.batch("eval/batch/"));

    assertThat(golden.distance("eval/out/logits", answer.logits()).share())
        .as("difference of the logits, as a share of their norm")
        .isLessThan(golden.recipe().model().mlpT() ? AMPLIFIED_LOGITS : LOGITS);
  }
}
