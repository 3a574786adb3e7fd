package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.model.LatentSpec;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.WeightSet;

/** The published implementation's numbers, case by case, step by step. */
@Tag("golden")
class TinyRecursiveModelGoldenTest {
  private static final double FORWARD = 1e-4;
  private static final double GRADIENT = 1e-3;
  private static final double PARAMETER = 2e-5;

  /**
   * A gradient below this share of its row's largest is rounding noise of the float32 sums it comes
   * from, and atan2 of two such numbers is an arbitrary angle: neither implementation's parameter
   * is the right one. Such parameters are not compared, in that step and later ones.
   */
  private static final double NOISE = 1e-3;

  @TestFactory
  Stream<DynamicTest> everyCaseAgreesWithThePublishedImplementation() {
    return cases(
        golden ->
            Stream.of(
                new MemoryConfig(all(golden), Recompute.NONE),
                new MemoryConfig(2, Recompute.BLOCKS)));
  }

  /** Passes of one row, of two, of all; each with and without recomputation. */
  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> everyCaseAgreesHoweverItIsFittedIntoMemory() {
    return cases(
        golden ->
            Stream.of(1, 2, all(golden))
                .flatMap(
                    rows ->
                        Stream.of(
                            new MemoryConfig(rows, Recompute.NONE),
                            new MemoryConfig(rows, Recompute.BLOCKS))));
  }

  private static int all(GoldenCase golden) {
    return golden.recipe().train().globalBatchSize();
  }

  private static Stream<DynamicTest> cases(Function<GoldenCase, Stream<MemoryConfig>> memories) {
    List<GoldenCase> cases = GoldenCase.findAll();
    assumeTrue(!cases.isEmpty(), "no golden/trm cases: set TRM_GOLDEN_DIR to the golden folder");
    return cases.stream()
        .flatMap(
            golden ->
                memories
                    .apply(golden)
                    .map(
                        memory ->
                            DynamicTest.dynamicTest(
                                "%s, passes of %d, recompute %s"
                                    .formatted(golden, memory.microBatchSize(), memory.recompute()),
                                () -> checkCase(golden, memory))));
  }

  private static void checkCase(GoldenCase golden, MemoryConfig memory) {
    try (TensorFlowEngine engine =
        TensorFlowEngine.create(
            golden.recipe().withMemory(memory), golden.data(), new Compute(2))) {
      engine.restore(initialState(golden, engine.state()));
      List<ParameterSpec> dense =
          ModelParameters.of(golden.recipe().model(), golden.data()).stream()
              .filter(spec -> spec.role() == Role.DENSE)
              .toList();
      GradientNoise noise = new GradientNoise(NOISE);
      for (int step = 1; step <= golden.steps(); step++) {
        checkStep(golden, engine, dense, noise, step);
      }
      checkAverages(golden, engine.state(), noise);
      checkEvaluation(golden, engine);
    }
  }

  private static ModelState initialState(GoldenCase golden, ModelState template) {
    Function<NamedTensor, NamedTensor> initial =
        t -> golden.tensor("init/" + t.name()).renamed(t.name());
    return new ModelState(
        template.model().stream().map(initial).toList(),
        template.ema().stream().map(initial).toList(),
        template.optimizer());
  }

  private static void checkStep(
      GoldenCase golden,
      TensorFlowEngine engine,
      List<ParameterSpec> dense,
      GradientNoise noise,
      int step) {
    String at = "step" + step + "/";
    Map<String, NamedTensor> before = byName(engine.state().optimizer());
    assertThat(bytes(before.get(ActState.HALTED)))
        .as(at + "halted_in")
        .isEqualTo(golden.ints(at + "halted_in"));

    if (engine.evaluationRows() == engine.batchSize()) {
      checkPass(golden, engine, dense, noise, step);
    } else {
      checkPasses(golden, engine, noise, step);
    }
    ModelState after = engine.state();
    checkAfter(golden, after, noise, at);
    engine.restore(published(golden, after, at));
  }

  private static StepSettings settings(GoldenCase golden, int step) {
    return StepSettings.full(step, golden.rate("lr"), golden.rate("puzzle_emb_lr"));
  }

  /** Several passes: what they add up to. */
  private static void checkPasses(
      GoldenCase golden, TensorFlowEngine engine, GradientNoise noise, int step) {
    String at = "step" + step + "/";
    checkMetrics(
        golden, at, engine.step(golden.batch(at + "batch/"), settings(golden, step)).sums());
    List<NamedTensor> sums = engine.gradientSums();
    assertThat(sums).isNotEmpty();
    for (NamedTensor sum : sums) {
      String name = sum.name().substring(GradientSums.PREFIX.length());
      close(golden, at + "grad/" + name, sum.floats(), GRADIENT);
      noise.observe(
          name.equals("puzzle_emb.local") ? "puzzle" : name, golden.tensor(at + "grad/" + name));
    }
  }

  /** A single pass: all that it computes on the way. */
  private static void checkPass(
      GoldenCase golden,
      TensorFlowEngine engine,
      List<ParameterSpec> dense,
      GradientNoise noise,
      int step) {
    String at = "step" + step + "/";
    engine.prepare(
        golden.batch(at + "batch/"), 0, settings(golden, step), new int[engine.batchSize()]);
    StepGraph.Probe<?> probe = engine.probe();
    List<Operand<?>> fetched = new ArrayList<>();
    fetched.add(probe.output().logits());
    fetched.add(probe.output().qHalt());
    fetched.add(probe.output().qContinue());
    fetched.add(probe.scores().predictions());
    fetched.add(probe.metrics());
    fetched.addAll(probe.gradients());
    Session.Runner runner = engine.passRunner(RecursionConfig.ALL_THIRDS);
    fetched.forEach(runner::fetch);
    try (Result result = runner.run()) {
      close(golden, at + "out/logits", TensorTransfer.floats(result.get(0)), FORWARD);
      close(golden, at + "out/q_halt_logits", TensorTransfer.floats(result.get(1)), FORWARD);
      close(golden, at + "out/q_continue_logits", TensorTransfer.floats(result.get(2)), FORWARD);
      assertThat(TensorTransfer.ints(result.get(3)))
          .as(at + "out/preds")
          .isEqualTo(golden.ints(at + "out/preds"));
      checkMetrics(golden, at, TensorTransfer.doubles(result.get(4)));
      for (int i = 0; i < probe.gradients().size(); i++) {
        boolean puzzle = i == dense.size();
        String name = puzzle ? "puzzle_emb.local" : dense.get(i).name();
        close(golden, at + "grad/" + name, TensorTransfer.floats(result.get(5 + i)), GRADIENT);
        noise.observe(puzzle ? "puzzle" : name, golden.tensor(at + "grad/" + name));
      }
    }
  }

  /**
   * The published weights and latents with our own moments: every step starts where the published
   * one did, so that parameters moved by noise do not blur the comparison of the next step.
   */
  private static ModelState published(GoldenCase golden, ModelState state, String at) {
    return new ModelState(
        state.model().stream().map(t -> golden.orElse(at + "after/" + t.name(), t)).toList(),
        state.ema(),
        state.optimizer().stream()
            .map(t -> golden.orElse(at + t.name().replace("carry.z_", "carry/z_"), t))
            .toList());
  }

  private static void checkMetrics(GoldenCase golden, String at, double[] metrics) {
    String[] names = {
      "lm_loss",
      "q_halt_loss",
      "q_continue_loss",
      "count",
      "accuracy",
      "exact_accuracy",
      "q_halt_accuracy",
      "steps"
    };
    assertThat(metrics[0]).as(at + "loss").isCloseTo(golden.scalar(at + "loss"), within(1e-3));
    for (int i = 0; i < names.length; i++) {
      String key = at + "metric/" + names[i];
      if (golden.has(key)) {
        double expected = golden.scalar(key);
        assertThat(metrics[i + 1])
            .as(key)
            .isCloseTo(expected, within(1e-5 + Math.abs(expected) * FORWARD));
      }
    }
  }

  private static void checkAfter(
      GoldenCase golden, ModelState after, GradientNoise noise, String at) {
    Map<String, NamedTensor> carry = byName(after.optimizer());
    for (LatentSpec latent : LatentSpec.of(golden.recipe().model().variant())) {
      NamedTensor value = carry.get("carry." + latent.name());
      close(golden, at + "carry/" + latent.name(), value.floats(), FORWARD);
    }
    assertThat(ints(carry.get("carry.steps"))).isEqualTo(golden.ints(at + "carry/steps"));
    assertThat(bytes(carry.get(ActState.HALTED))).isEqualTo(golden.ints(at + "carry/halted"));
    for (String key : List.of("inputs", "labels", "puzzle_identifiers")) {
      assertThat(ints(carry.get("carry.current." + key)))
          .as(at + key)
          .isEqualTo(golden.ints(at + "carry/current/" + key));
    }
    for (NamedTensor parameter : after.model()) {
      String key = at + "after/" + parameter.name();
      if (golden.has(key)) {
        noise.assertClose(
            key, parameter.name(), parameter.floats(), golden.tensor(key).floats(), PARAMETER);
      }
    }
  }

  private static void checkAverages(GoldenCase golden, ModelState state, GradientNoise noise) {
    assertThat(state.ema()).isNotEmpty();
    for (NamedTensor average : state.ema()) {
      String key = "ema/" + average.name();
      noise.assertClose(
          key, average.name(), average.floats(), golden.tensor(key).floats(), PARAMETER);
    }
  }

  private static void checkEvaluation(GoldenCase golden, TensorFlowEngine engine) {
    if (engine.evaluationRows() < engine.batchSize()) {
      return;
    }
    List<StepOutput> outputs = new ArrayList<>();
    engine.evaluate(WeightSet.RAW, golden.batch("eval/batch/"), outputs::add);
    assertThat(golden.ints("eval/steps")).containsOnly(outputs.size());
    StepOutput last = outputs.get(outputs.size() - 1);
    assertThat(last.predictions()).isEqualTo(golden.ints("eval/out/preds"));
    // Parameters agree to 2e-5 only after the training steps, and so do outputs.
    close(golden, "eval/out/q_halt_logits", last.qHalt(), 10 * FORWARD);
  }

  /** Norm-wise relative difference. */
  private static void close(GoldenCase golden, String key, float[] actual, double tolerance) {
    float[] expected = golden.tensor(key).floats();
    assertThat(actual).as(key).hasSameSizeAs(expected);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow((double) actual[i] - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    assertThat(Math.sqrt(difference))
        .as("%s: norm of the difference, against %s", key, Math.sqrt(norm))
        .isLessThanOrEqualTo(tolerance * Math.sqrt(norm) + 1e-9);
  }

  private static Map<String, NamedTensor> byName(List<NamedTensor> tensors) {
    return tensors.stream().collect(Collectors.toMap(NamedTensor::name, Function.identity()));
  }

  private static int[] ints(NamedTensor tensor) {
    int[] values = new int[tensor.elements()];
    tensor.data().asIntBuffer().get(values);
    return values;
  }

  private static int[] bytes(NamedTensor tensor) {
    int[] values = new int[tensor.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.data().get(i);
    }
    return values;
  }
}
