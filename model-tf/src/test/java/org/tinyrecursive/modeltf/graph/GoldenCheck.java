package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.model.LatentSpec;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;

/**
 * Trains an engine as a golden case was trained, and compares with the published implementation's
 * numbers, step by step.
 *
 * @param golden case
 * @param memory passes and recomputation
 * @param compute devices of each worker
 * @param workers how many share the batch
 */
record GoldenCheck(GoldenCase golden, MemoryConfig memory, Compute compute, Workers workers) {
  private static final double FORWARD = 1e-4;
  private static final double GRADIENT = 1e-3;
  private static final double PARAMETER = 2e-5;

  /**
   * A gradient below this share of its row's largest is rounding noise of the float32 sums it comes
   * from, and atan2 of two such numbers is an arbitrary angle: neither implementation's parameter
   * is the right one. Such parameters are not compared, in that step and later ones.
   */
  private static final double NOISE = 1e-3;

  /** Numbers of workers. */
  enum Workers {
    ONE,
    TWO
  }

  GoldenCheck(GoldenCase golden, MemoryConfig memory, Compute compute) {
    this(golden, memory, compute, Workers.ONE);
  }

  /** A test of its own. */
  DynamicTest test() {
    return DynamicTest.dynamicTest(name(), this::run);
  }

  String name() {
    return "%s, passes of %d, recompute %s, devices %s, workers %s"
        .formatted(golden, memory.microBatchSize(), memory.recompute(), compute.devices(), workers);
  }

  private void run() {
    try (TrainEngine engine = engine()) {
      run(engine);
    }
  }

  /** Trains an engine that was made for this case; with workers, each runs the same. */
  void run(TrainEngine engine) {
    engine.restore(initialState(engine.state()));
    List<ParameterSpec> dense =
        ModelParameters.of(golden.recipe().model(), golden.data()).stream()
            .filter(spec -> spec.role() == Role.DENSE)
            .toList();
    GradientNoise noise = new GradientNoise(NOISE);
    for (int step = 1; step <= golden.steps(); step++) {
      checkStep(engine, dense, noise, step);
    }
    checkAverages(engine.state(), noise);
    checkEvaluation(engine);
  }

  private TrainEngine engine() {
    return workers == Workers.TWO
        ? WorkerPair.create(recipe(), golden.data(), compute)
        : TensorFlowEngine.create(recipe(), golden.data(), compute);
  }

  Recipe recipe() {
    return golden.recipe().withMemory(memory);
  }

  private ModelState initialState(ModelState template) {
    Function<NamedTensor, NamedTensor> initial =
        t -> golden.tensor("init/" + t.name()).renamed(t.name());
    return new ModelState(
        template.model().stream().map(initial).toList(),
        template.ema().stream().map(initial).toList(),
        template.optimizer());
  }

  private void checkStep(
      TrainEngine engine, List<ParameterSpec> dense, GradientNoise noise, int step) {
    String at = "step" + step + "/";
    Map<String, NamedTensor> before = byName(engine.state().optimizer());
    assertThat(bytes(before.get(ActState.HALTED)))
        .as(at + "halted_in")
        .isEqualTo(golden.ints(at + "halted_in"));

    if (memory.microBatchSize() == engine.batchSize() && engine instanceof TensorFlowEngine whole) {
      checkPass(whole, dense, noise, step);
    } else {
      checkPasses(engine, dense, noise, step);
    }
    ModelState after = engine.state();
    checkAfter(after, noise, at);
    engine.restore(published(after, at));
  }

  private StepSettings settings(int step) {
    return StepSettings.full(step, golden.rate("lr"), golden.rate("puzzle_emb_lr"));
  }

  /** Passes over parts of the batch: what they add up to, as the first moments tell it. */
  private void checkPasses(
      TrainEngine engine, List<ParameterSpec> dense, GradientNoise noise, int step) {
    String at = "step" + step + "/";
    Map<String, NamedTensor> before = byName(engine.state().optimizer());
    checkMetrics(at, engine.step(golden.batch(at + "batch/"), settings(step)).sums());
    Map<String, NamedTensor> after = byName(engine.state().optimizer());
    for (ParameterSpec spec : dense) {
      String moment = TrainGraph.FIRST_MOMENT + spec.name();
      close(
          at + "grad/" + spec.name(),
          gradient(before.get(moment).floats(), after.get(moment).floats()),
          GRADIENT);
      noise.observe(spec.name(), golden.tensor(at + "grad/" + spec.name()));
    }
    if (golden.has(at + "grad/puzzle_emb.local")) {
      noise.observe("puzzle", golden.tensor(at + "grad/puzzle_emb.local"));
    }
  }

  /** m ← m + (1 − β1)(g − m), solved for g. */
  private float[] gradient(float[] before, float[] after) {
    float[] gradient = new float[before.length];
    for (int i = 0; i < gradient.length; i++) {
      double change = (double) after[i] - before[i];
      gradient[i] = (float) (before[i] + change / (1 - golden.rate("beta1")));
    }
    return gradient;
  }

  /** A single pass: all that it computes on the way. */
  private void checkPass(
      TensorFlowEngine engine, List<ParameterSpec> dense, GradientNoise noise, int step) {
    String at = "step" + step + "/";
    engine.prepare(golden.batch(at + "batch/"), 0, settings(step), new int[engine.batchSize()]);
    StepGraph.Probe<?> probe = engine.probe(0);
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
      close(at + "out/logits", TensorTransfer.floats(result.get(0)), FORWARD);
      close(at + "out/q_halt_logits", TensorTransfer.floats(result.get(1)), FORWARD);
      close(at + "out/q_continue_logits", TensorTransfer.floats(result.get(2)), FORWARD);
      assertThat(TensorTransfer.ints(result.get(3)))
          .as(at + "out/preds")
          .isEqualTo(golden.ints(at + "out/preds"));
      checkMetrics(at, TensorTransfer.doubles(result.get(4)));
      for (int i = 0; i < probe.gradients().size(); i++) {
        boolean puzzle = i == dense.size();
        String name = puzzle ? "puzzle_emb.local" : dense.get(i).name();
        close(at + "grad/" + name, TensorTransfer.floats(result.get(5 + i)), GRADIENT);
        noise.observe(puzzle ? "puzzle" : name, golden.tensor(at + "grad/" + name));
      }
    }
  }

  /**
   * The published weights and latents with our own moments: every step starts where the published
   * one did, so that parameters moved by noise do not blur the comparison of the next step.
   */
  private ModelState published(ModelState state, String at) {
    return new ModelState(
        state.model().stream().map(t -> golden.orElse(at + "after/" + t.name(), t)).toList(),
        state.ema(),
        state.optimizer().stream()
            .map(t -> golden.orElse(at + t.name().replace("carry.z_", "carry/z_"), t))
            .toList());
  }

  private void checkMetrics(String at, double[] metrics) {
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

  private void checkAfter(ModelState after, GradientNoise noise, String at) {
    Map<String, NamedTensor> carry = byName(after.optimizer());
    for (LatentSpec latent : LatentSpec.of(golden.recipe().model().variant())) {
      NamedTensor value = carry.get("carry." + latent.name());
      close(at + "carry/" + latent.name(), value.floats(), FORWARD);
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

  private void checkAverages(ModelState state, GradientNoise noise) {
    assertThat(state.ema()).isNotEmpty();
    for (NamedTensor average : state.ema()) {
      String key = "ema/" + average.name();
      noise.assertClose(
          key, average.name(), average.floats(), golden.tensor(key).floats(), PARAMETER);
    }
  }

  private void checkEvaluation(TrainEngine engine) {
    Batch whole = golden.batch("eval/batch/");
    int rows = engine.evaluationRows();
    List<Integer> predictions = new ArrayList<>();
    float[] halt = new float[whole.rows()];
    for (int from = 0; from < whole.rows(); from += rows) {
      List<StepOutput> outputs = new ArrayList<>();
      engine.evaluate(WeightSet.RAW, part(whole, from, rows), outputs::add);
      assertThat(golden.ints("eval/steps")).containsOnly(outputs.size());
      StepOutput last = outputs.get(outputs.size() - 1);
      Arrays.stream(last.predictions()).forEach(predictions::add);
      System.arraycopy(last.qHalt(), 0, halt, from, rows);
    }
    assertThat(predictions)
        .containsExactly(
            Arrays.stream(golden.ints("eval/out/preds")).boxed().toArray(Integer[]::new));
    // Parameters agree to 2e-5 only after the training steps, and so do outputs.
    close("eval/out/q_halt_logits", halt, 10 * FORWARD);
  }

  private static Batch part(Batch whole, int from, int rows) {
    int width = whole.seqLen();
    return new Batch(
        rows,
        width,
        Arrays.copyOfRange(whole.inputs(), from * width, (from + rows) * width),
        Arrays.copyOfRange(whole.labels(), from * width, (from + rows) * width),
        Arrays.copyOfRange(whole.puzzleIdentifiers(), from, from + rows),
        rows);
  }

  /** Norm-wise relative difference. */
  private void close(String key, float[] actual, double tolerance) {
    GoldenCase.Distance distance = golden.distance(key, actual);
    assertThat(distance.difference())
        .as("%s: norm of the difference, against %s", key, distance.norm())
        .isLessThanOrEqualTo(tolerance * distance.norm() + 1e-9);
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
