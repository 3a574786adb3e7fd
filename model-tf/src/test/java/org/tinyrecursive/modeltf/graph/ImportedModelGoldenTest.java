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
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.convert.ModelImport;
import org.tinyrecursive.modeltf.convert.ModelImport.PuzzleTable;
import org.tinyrecursive.modeltf.convert.TorchArchive;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.train.StepOutput;

/** The published weights, saved as the published trainer saves them, answer as they did there. */
@Tag("golden")
class ImportedModelGoldenTest {
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

    StepOutput last = outputs.get(outputs.size() - 1);
    assertThat(last.predictions()).isEqualTo(golden.ints("eval/out/preds"));
    float[] expected = golden.tensor("eval/out/q_halt_logits").floats();
    for (int i = 0; i < expected.length; i++) {
      assertThat(last.qHalt()[i])
          .isCloseTo(expected[i], within(1e-4f * Math.max(1, Math.abs(expected[i]))));
    }
  }
}
