package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.graph.ModelVariables.Averaging;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;

/** A {@link TrainEngine} that is one static TensorFlow graph, one session run per pass. */
public final class TensorFlowEngine implements TrainEngine {
  private final Recipe recipe;
  private final ModelVariables variables;
  private final Graph graph;
  private final Session session;
  private final BatchFeed batch;
  private final RowFeed rowFeed;
  private final StepFeed stepFeed;
  private final TrainGraph<?> train;
  private final Map<WeightSet, EvaluationGraph<?>> evaluations = new EnumMap<>(WeightSet.class);
  private final Exploration exploration;

  private <T extends TFloating> TensorFlowEngine(
      Recipe recipe, DataShape data, Compute compute, Class<T> dtype) {
    this.recipe = recipe;
    graph = new Graph();
    Ops tf = Ops.create(graph);
    VariableStore store = new VariableStore(tf);
    Averaging averaging = recipe.train().ema() ? Averaging.EMA : Averaging.NONE;
    variables = new ModelVariables(store, recipe.model(), data, averaging);
    int rows = recipe.memory().microBatchSize();
    batch = new BatchFeed(tf, rows, data.seqLen());
    rowFeed = new RowFeed(tf, rows);
    stepFeed = new StepFeed(tf, recipe.train());
    train = new TrainGraph<>(graph, tf, variables, dtype, recipe, batch, rowFeed, stepFeed);
    EvaluationCarry<T> carry =
        EvaluationCarry.create(tf, store, dtype, recipe.model(), rows, data.seqLen());
    for (WeightSet set : weightSets()) {
      evaluations.put(
          set,
          new EvaluationGraph<>(
              tf, variables, variables.weights(set), dtype, recipe.model(), batch, carry));
    }
    session = new Session(graph, compute.session());
    exploration = new Exploration(recipe.model(), recipe.train().seed());
  }

  /**
   * The recipe with passes that fit into the memory at hand.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if the step cannot fit
   */
  public static Recipe settle(Recipe recipe, DataShape data, Compute compute) {
    int bytes = Compute.bytesPerValue(compute.dtype(recipe.model().forwardDtype()));
    return new MemoryFit(recipe, data, bytes, AvailableMemory.bytes()).settle();
  }

  /**
   * A model with its first weights, drawn from the recipe's seed.
   *
   * @param data sizes that come from the dataset
   * @throws org.tinyrecursive.transforms.InputRefusedException if the step cannot fit into memory
   */
  public static TensorFlowEngine create(Recipe recipe, DataShape data, Compute compute) {
    Recipe settled = settle(recipe, data, compute);
    TensorFlowEngine engine =
        new TensorFlowEngine(settled, data, compute, compute.dtype(recipe.model().forwardDtype()));
    engine.initialize();
    return engine;
  }

  private void initialize() {
    Map<String, NamedTensor> values = new HashMap<>();
    for (ParameterSpec spec : variables.specs()) {
      NamedTensor value = spec.initialValue(recipe.train().seed());
      values.put(spec.name(), value);
      values.put(ModelVariables.EMA + spec.name(), value);
    }
    // Every row starts halted, so the first step takes a whole batch.
    values.put(ActState.HALTED, ActState.allHalted(batchSize()));
    variables.store().load(session, values, values::containsKey, "initial values");
  }

  private List<WeightSet> weightSets() {
    return recipe.train().ema() ? List.of(WeightSet.RAW, WeightSet.EMA) : List.of(WeightSet.RAW);
  }

  @Override
  public int batchSize() {
    return recipe.train().globalBatchSize();
  }

  @Override
  public int evaluationRows() {
    return recipe.memory().microBatchSize();
  }

  @Override
  public StepMetrics step(Batch examples, StepSettings settings) {
    int[] leastSteps = exploration.leastSteps(settings.number(), batchSize());
    double[] sums = new double[StepMetrics.COUNT];
    for (int from = 0; from < batchSize(); from += evaluationRows()) {
      prepare(examples, from, settings, leastSteps);
      Session.Runner pass = passRunner(settings.thirds());
      try (Result result = pass.fetch(train.probe(settings.thirds()).metrics()).run()) {
        double[] metrics = TensorTransfer.doubles(result.get(0));
        Arrays.setAll(sums, i -> sums[i] + metrics[i]);
      }
    }
    update();
    return StepMetrics.of(sums);
  }

  /** Fills all feeds of a pass over the rows that begin at {@code from}. */
  void prepare(Batch examples, int from, StepSettings settings, int[] leastSteps) {
    batch.fill(examples, from);
    rowFeed.fill(from, leastSteps);
    stepFeed.fill(settings.number(), settings.lr(), settings.puzzleLr());
  }

  /** A run of the pass that was prepared. */
  Session.Runner passRunner(int thirds) {
    return stepFeed.feed(rowFeed.feed(batch.feed(session.runner()))).addTarget(train.pass(thirds));
  }

  /** Updates by the sums of all passes, where there are several. */
  private void update() {
    train
        .update()
        .ifPresent(update -> stepFeed.feed(session.runner()).addTarget(update).run().close());
  }

  @Override
  public void evaluate(WeightSet weights, Batch examples, Consumer<StepOutput> eachStep) {
    EvaluationGraph<?> evaluation = evaluations.get(weights);
    if (evaluation == null) {
      throw new IllegalArgumentException("this run keeps no average; evaluate RAW weights");
    }
    batch.fill(examples);
    evaluation.run(session, eachStep);
  }

  @Override
  public ModelState state() {
    List<NamedTensor> model = new ArrayList<>();
    List<NamedTensor> averages = new ArrayList<>();
    List<NamedTensor> optimizer = new ArrayList<>();
    for (NamedTensor value : variables.store().save(session, this::isStored)) {
      if (isAverage(value.name())) {
        averages.add(value.renamed(value.name().substring(ModelVariables.EMA.length())));
      } else if (isOptimizer(value.name())) {
        optimizer.add(value);
      } else {
        model.add(value);
      }
    }
    return new ModelState(model, averages, optimizer);
  }

  @Override
  public void restore(ModelState state) {
    Map<String, NamedTensor> values = new HashMap<>();
    state.model().forEach(t -> values.put(t.name(), t));
    state.optimizer().forEach(t -> values.put(t.name(), t));
    state.ema().forEach(t -> values.put(ModelVariables.EMA + t.name(), t));
    variables.store().load(session, values, this::isStored, "checkpoint");
  }

  private boolean isStored(String name) {
    return variables.raw().contains(name) || isAverage(name) || isOptimizer(name);
  }

  private static boolean isAverage(String name) {
    return name.startsWith(ModelVariables.EMA);
  }

  private static boolean isOptimizer(String name) {
    return name.startsWith(TrainGraph.FIRST_MOMENT)
        || name.startsWith(TrainGraph.SECOND_MOMENT)
        || name.startsWith(ActState.PREFIX);
  }

  @Override
  public List<ParameterCount> parameterCounts() {
    List<ParameterCount> counts = new ArrayList<>();
    counts.add(new ParameterCount("dense", size(Role.DENSE)));
    counts.add(new ParameterCount("puzzle table", size(Role.PUZZLE_TABLE)));
    return counts;
  }

  private long size(Role role) {
    return variables.specs(role).stream().mapToLong(ParameterSpec::size).sum();
  }

  /** The settings in force, with nothing left to choose. */
  public Recipe recipe() {
    return recipe;
  }

  /** What tests fetch of a training step. */
  StepGraph.Probe<?> probe() {
    return train.probe(RecursionConfig.ALL_THIRDS);
  }

  /** Gradients of the last step, where there were several passes. */
  List<NamedTensor> gradientSums() {
    return variables.store().save(session, name -> name.startsWith(GradientSums.PREFIX));
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    batch.close();
    rowFeed.close();
    stepFeed.close();
  }
}
