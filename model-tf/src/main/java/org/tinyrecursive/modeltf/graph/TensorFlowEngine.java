package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
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
import org.tinyrecursive.modeltf.graph.ModelVariables.Averaging;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;

/** A {@link TrainEngine} that is one static TensorFlow graph, one session run per step. */
public final class TensorFlowEngine implements TrainEngine {
  private final Recipe recipe;
  private final ModelVariables variables;
  private final Graph graph;
  private final Session session;
  private final BatchFeed batch;
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
    int rows = recipe.train().globalBatchSize();
    batch = new BatchFeed(tf, rows, data.seqLen());
    stepFeed = new StepFeed(tf, rows, recipe.train());
    train = new TrainGraph<>(graph, tf, variables, dtype, recipe, batch, stepFeed);
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
   * A model with its first weights, drawn from the recipe's seed.
   *
   * @param data sizes that come from the dataset
   */
  public static TensorFlowEngine create(Recipe recipe, DataShape data, Compute compute) {
    TensorFlowEngine engine =
        new TensorFlowEngine(recipe, data, compute, compute.dtype(recipe.model().forwardDtype()));
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
  public StepMetrics step(Batch examples, long step, double lr, double puzzleLr) {
    prepare(examples, step, lr, puzzleLr);
    try (Result result = trainRunner().fetch(train.probe().metrics()).run()) {
      double[] m = TensorTransfer.doubles(result.get(0));
      return new StepMetrics(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]);
    }
  }

  /** Fills all feeds of a training step. */
  void prepare(Batch examples, long step, double lr, double puzzleLr) {
    batch.fill(examples);
    stepFeed.fill(step, lr, puzzleLr, exploration.leastSteps(step, batchSize()));
  }

  /** A run of the training step that was prepared. */
  Session.Runner trainRunner() {
    return stepFeed.feed(batch.feed(session.runner())).addTarget(train.train());
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

  /** What tests fetch of a training step. */
  TrainGraph.Probe<?> probe() {
    return train.probe();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    batch.close();
    stepFeed.close();
  }
}
