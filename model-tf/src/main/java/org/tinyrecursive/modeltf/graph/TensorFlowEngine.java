package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
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
import org.tinyrecursive.modeltf.workers.Exchange;

/**
 * A {@link TrainEngine} that is one static TensorFlow graph, one session run per pass. Weights,
 * optimizer and averages are on the first device; each device has a replica of the passes, and of
 * the evaluation.
 */
public final class TensorFlowEngine implements TrainEngine {
  private final Recipe recipe;
  private final ModelVariables variables;
  private final Partition partition;
  private final StateTransfer state;
  private final Graph graph;
  private final Session session;
  private final StepFeed stepFeed;
  private final List<Replica<?>> replicas;
  private final Optional<Exchange> workers;
  private final Optional<SharedGradients> shared;
  private final TrainGraph<?> train;
  private final Map<WeightSet, SharedEvaluation> evaluations = new EnumMap<>(WeightSet.class);
  private final Exploration exploration;

  private <T extends TFloating> TensorFlowEngine(
      Recipe recipe,
      DataShape data,
      Compute compute,
      Class<T> dtype,
      Partition partition,
      Optional<Exchange> workers) {
    this.recipe = recipe;
    this.partition = partition;
    this.workers = workers;
    graph = new Graph();
    Placement placement = new Placement(graph, compute);
    Ops tf = placement.on(0);
    VariableStore store = new VariableStore(tf);
    Averaging averaging = recipe.train().ema() ? Averaging.EMA : Averaging.NONE;
    variables = new ModelVariables(store, recipe.model(), data, averaging);
    state = new StateTransfer(variables, new RowShards(partition));
    stepFeed = new StepFeed(tf, recipe.train());
    List<Replica<T>> made = new ArrayList<>();
    for (int device = 0; device < partition.devices(); device++) {
      made.add(
          new Replica<>(graph, placement.on(device), variables, dtype, recipe, partition, device));
      placement.place(device);
    }
    replicas = List.copyOf(made);
    shared = workers.map(others -> new SharedGradients(tf, variables, partition));
    train = new TrainGraph<>(tf, variables, recipe, partition, made, stepFeed, shared);
    int rows = recipe.memory().microBatchSize();
    Map<WeightSet, List<EvaluationGraph<?>>> graphs = new EnumMap<>(WeightSet.class);
    for (int device = 0; device < partition.devices(); device++) {
      Ops there = placement.on(device);
      VariableStore carried = store.on(there, state.shards().suffix(device));
      EvaluationCarry<T> carry =
          EvaluationCarry.create(there, carried, dtype, recipe.model(), rows, data.seqLen());
      for (WeightSet set : weightSets()) {
        graphs
            .computeIfAbsent(set, s -> new ArrayList<>())
            .add(
                new EvaluationGraph<>(
                    there,
                    variables,
                    variables.weights(set),
                    dtype,
                    recipe.model(),
                    made.get(device).batch(),
                    carry));
      }
    }
    graphs.forEach((set, devices) -> evaluations.put(set, new SharedEvaluation(devices)));
    session = new Session(graph, compute.session());
    exploration = new Exploration(recipe.model(), recipe.train().seed());
  }

  /**
   * The recipe with passes that fit into the memory at hand.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if the step cannot fit, or its rows
   *     cannot be shared evenly by the devices
   */
  public static Recipe settle(Recipe recipe, DataShape data, Compute compute) {
    return settle(recipe, data, compute, compute.partition(recipe.train().globalBatchSize()));
  }

  /** The same for one of several workers. */
  static Recipe settle(Recipe recipe, DataShape data, Compute compute, Partition partition) {
    int bytes = Compute.bytesPerValue(compute.dtype(recipe.model().forwardDtype()));
    MemoryPool pool = MemoryPool.of(compute, LocalDevices::memory);
    return new MemoryFit(recipe, data, bytes, pool, partition).settle();
  }

  /**
   * A model with its first weights, drawn from the recipe's seed.
   *
   * @param data sizes that come from the dataset
   * @throws org.tinyrecursive.transforms.InputRefusedException if the step cannot fit into memory
   */
  public static TensorFlowEngine create(Recipe recipe, DataShape data, Compute compute) {
    Partition partition = compute.partition(recipe.train().globalBatchSize());
    return create(recipe, data, compute, partition, Optional.empty());
  }

  /** One of several workers' engines: its steps are made together with theirs. */
  static TensorFlowEngine create(
      Recipe recipe, DataShape data, Compute compute, Partition partition, Exchange workers) {
    return create(recipe, data, compute, partition, Optional.of(workers));
  }

  private static TensorFlowEngine create(
      Recipe recipe,
      DataShape data,
      Compute compute,
      Partition partition,
      Optional<Exchange> workers) {
    TensorFlowEngine engine =
        new TensorFlowEngine(
            settle(recipe, data, compute, partition),
            data,
            compute,
            compute.dtype(recipe.model().forwardDtype()),
            partition,
            workers);
    engine.state.initialize(engine.session, recipe.train().seed());
    return engine;
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
    return recipe.memory().microBatchSize() * partition.devices();
  }

  @Override
  public StepMetrics step(Batch examples, StepSettings settings) {
    int[] leastSteps = exploration.leastSteps(settings.number(), batchSize());
    double[] sums = new double[StepMetrics.COUNT];
    int passRows = recipe.memory().microBatchSize();
    boolean trades = shared.isPresent() && train.isSingle();
    for (int from = 0; from < partition.share(); from += passRows) {
      prepare(examples, from, settings, leastSteps);
      Session.Runner pass = passRunner(settings.thirds()).fetch(train.metrics(settings.thirds()));
      if (trades) {
        train.local(settings.thirds()).fetch(pass);
      }
      try (Result result = pass.run()) {
        add(TensorTransfer.doubles(result.get(0)), sums);
        if (trades) {
          sums = exchange(result, 1, sums);
        }
      }
    }
    if (shared.isPresent() && !trades) {
      try (Result result = train.local(settings.thirds()).fetch(session.runner()).run()) {
        sums = exchange(result, 0, sums);
      }
    }
    update();
    return StepMetrics.of(sums);
  }

  private static void add(double[] some, double[] sums) {
    Arrays.setAll(sums, i -> sums[i] + some[i]);
  }

  private double[] exchange(Result result, int at, double[] metrics) {
    return shared.orElseThrow().exchange(workers.orElseThrow(), result, at, metrics);
  }

  /** Fills all feeds of a pass over the rows of each share that begin at {@code from}. */
  void prepare(Batch examples, int from, StepSettings settings, int[] leastSteps) {
    replicas.forEach(replica -> replica.prepare(examples, from, leastSteps));
    stepFeed.fill(settings.number(), settings.lr(), settings.puzzleLr());
  }

  /** A run of the pass that was prepared. */
  Session.Runner passRunner(int thirds) {
    Session.Runner runner = stepFeed.feed(session.runner());
    for (Replica<?> replica : replicas) {
      replica.feed(runner);
    }
    return runner.addTarget(train.pass(thirds));
  }

  /** Updates by the sums of all passes and workers, where there are several. */
  private void update() {
    train
        .update()
        .ifPresent(
            update -> {
              Session.Runner runner = stepFeed.feed(session.runner()).addTarget(update);
              shared.ifPresent(sums -> sums.feed(runner));
              runner.run().close();
            });
  }

  @Override
  public void evaluate(WeightSet weights, Batch examples, Consumer<StepOutput> eachStep) {
    SharedEvaluation evaluation = evaluations.get(weights);
    if (evaluation == null) {
      throw new IllegalArgumentException("this run keeps no average; evaluate RAW weights");
    }
    evaluation.run(session, examples, eachStep);
  }

  @Override
  public ModelState state() {
    return workers.isPresent() ? state.save(session, workers.get()) : state.save(session);
  }

  @Override
  public void restore(ModelState saved) {
    state.load(session, saved);
  }

  @Override
  public int deviceCount() {
    return partition.workers() * partition.devices();
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

  /** What tests fetch of a device's part of a training step. */
  StepGraph.Probe<?> probe(int device) {
    return replicas.get(device).pass(RecursionConfig.ALL_THIRDS).probe();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    replicas.forEach(Replica::close);
    stepFeed.close();
    shared.ifPresent(SharedGradients::close);
  }
}
