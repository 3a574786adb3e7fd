package org.tinyrecursive.modeltf.rna;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.DenseUpdates;
import org.tinyrecursive.modeltf.graph.Parameters;
import org.tinyrecursive.modeltf.graph.StepFeed;
import org.tinyrecursive.modeltf.graph.TensorTransfer;
import org.tinyrecursive.modeltf.graph.VariableStore;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.WeightSource;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/**
 * A structure model in one TensorFlow graph. Windows are padded to multiples of {@value
 * #LENGTH_STEP} residues; the part of the graph for a length is built when it is first needed. For
 * one thread.
 */
final class RnaEngine implements AutoCloseable {
  static final int LENGTH_STEP = 32;
  private static final String EMA = "ema.";

  private final StructureModel model;
  private final int guesses;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final VariableStore store = new VariableStore(tf);
  private final List<ParameterSpec> specs;
  private final Parameters raw;
  private final Optional<Parameters> average;
  private final StepFeed rates;
  private final DenseUpdates updates;
  private final Session session;
  private final Map<String, Pass> passes = new TreeMap<>();
  private int built;

  RnaEngine(Recipe recipe, RnaModelKind kind, int guesses, Compute compute) {
    this.guesses = guesses;
    model = kind.create(recipe, guesses);
    specs = model.parameters();
    raw = new Parameters(store, "", specs);
    average =
        recipe.train().ema() ? Optional.of(new Parameters(store, EMA, dense())) : Optional.empty();
    rates = new StepFeed(tf, recipe.train());
    updates = new DenseUpdates(tf, store, dense(), raw, average, recipe, rates);
    session = new Session(graph, compute.session());
    initialize(recipe.train().seed());
  }

  private List<ParameterSpec> dense() {
    return specs.stream().filter(spec -> spec.role() == Role.DENSE).toList();
  }

  private void initialize(long seed) {
    Map<String, NamedTensor> values = new HashMap<>();
    for (ParameterSpec spec : specs) {
      NamedTensor value = spec.initialValue(seed);
      values.put(spec.name(), value);
      values.put(EMA + spec.name(), value);
    }
    store.load(session, values, values::containsKey, "initial values");
  }

  /** Windows of one target in a training batch. */
  int rowsPerTarget() {
    return model.rowsPerTarget();
  }

  /** Number of values trained. */
  long parameterCount() {
    return dense().stream().mapToLong(ParameterSpec::size).sum();
  }

  /** The padded length of a window of so many residues. */
  static int paddedLength(int residues) {
    return (residues + LENGTH_STEP - 1) / LENGTH_STEP * LENGTH_STEP;
  }

  /**
   * An optimizer step.
   *
   * @param number of the step, from 1
   * @return total loss under {@code loss}, then the parts of the model
   */
  Map<String, Double> step(List<RnaWindow> windows, long number, double lr) {
    Pass pass = pass(windows, Purpose.TRAIN);
    rates.fill(number, lr, 0);
    Session.Runner runner = rates.feed(pass.feed().feed(session.runner()));
    try (Result result = runner.addTarget(pass.op()).fetch(pass.fetched().get(0)).run()) {
      return named(TensorTransfer.floats(result.get(0)));
    }
  }

  /** The losses of windows, as {@link #step} gives them; nothing is changed. */
  Map<String, Double> losses(List<RnaWindow> windows) {
    Pass pass = pass(windows, Purpose.LOSS);
    try (Result result = pass.feed().feed(session.runner()).fetch(pass.fetched().get(0)).run()) {
      return named(TensorTransfer.floats(result.get(0)));
    }
  }

  private Map<String, Double> named(float[] values) {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("loss", (double) values[0]);
    for (int i = 0; i < model.lossNames().size(); i++) {
      named.put(model.lossNames().get(i), (double) values[i + 1]);
    }
    return named;
  }

  /** Positions of all windows, by the averaged weights where there are any. */
  List<RnaGuess> predict(List<RnaWindow> windows) {
    Pass pass = pass(windows, Purpose.PREDICT);
    try (Result result =
        pass.feed()
            .feed(session.runner())
            .fetch(pass.fetched().get(0))
            .fetch(pass.fetched().get(1))
            .run()) {
      float[] positions = TensorTransfer.floats(result.get(0));
      float[] quality = TensorTransfer.floats(result.get(1));
      int perRow = positions.length / windows.size();
      int perGuess = 3 * pass.feed().length();
      List<RnaGuess> all = new ArrayList<>();
      for (int row = 0; row < windows.size(); row++) {
        int size = 3 * (windows.get(row).to() - windows.get(row).from());
        for (int at = 0; at < perRow; at += perGuess) {
          float[] xyz = new float[size];
          System.arraycopy(positions, row * perRow + at, xyz, 0, size);
          all.add(new RnaGuess(xyz, quality[row]));
        }
      }
      return all;
    }
  }

  private enum Purpose {
    TRAIN,
    LOSS,
    PREDICT
  }

  /** A part of the graph for so many windows of a length. */
  private record Pass(RnaFeed feed, List<Operand<TFloat32>> fetched, Op op) {}

  private Pass pass(List<RnaWindow> windows, Purpose purpose) {
    int longest = windows.stream().mapToInt(w -> w.to() - w.from()).max().orElseThrow();
    int length = paddedLength(longest);
    Pass pass =
        passes.computeIfAbsent(
            purpose + " " + windows.size() + " " + length,
            key -> build(windows.size(), length, purpose));
    for (int row = 0; row < windows.size(); row++) {
      pass.feed().fill(row, windows.get(row));
    }
    return pass;
  }

  private Pass build(int rows, int length, Purpose purpose) {
    RnaFeed feed = new RnaFeed(tf, rows, length, guesses);
    if (purpose == Purpose.PREDICT) {
      StructureModel.Guesses guessed = model.guesses(computation(averaged()), feed);
      return new Pass(feed, List.of(guessed.positions(), guessed.quality()), tf.noOp());
    }
    StructureModel.Losses losses = model.losses(computation(raw), feed);
    List<Operand<TFloat32>> logged = new ArrayList<>();
    logged.add(losses.total());
    logged.addAll(losses.parts());
    List<Operand<TFloat32>> fetched = List.of(tf.stack(logged, Stack.axis(0L)));
    if (purpose == Purpose.LOSS) {
      return new Pass(feed, fetched, tf.noOp());
    }
    List<Op> changes = new ArrayList<>(updates.apply(gradients(losses.total())));
    return new Pass(feed, fetched, tf.withControlDependencies(changes).noOp());
  }

  @SuppressWarnings("unchecked") // a gradient has the type of its source
  private List<Operand<TFloat32>> gradients(Operand<TFloat32> loss) {
    Output<?>[] sources =
        dense().stream()
            .map(spec -> raw.variable(spec.name()).read().asOutput())
            .toArray(Output<?>[]::new);
    Output<?>[] gradients =
        graph.addGradients(
            "gradients_" + built++, new Output<?>[] {loss.asOutput()}, sources, null);
    List<Operand<TFloat32>> all = new ArrayList<>();
    for (Output<?> gradient : gradients) {
      all.add((Output<TFloat32>) gradient);
    }
    return all;
  }

  private Computation<TFloat32> computation(WeightSource weights) {
    return new Computation<>(tf, TFloat32.class, weights);
  }

  private WeightSource averaged() {
    return name ->
        average.isPresent() && isDense(name) ? average.get().weight(name) : raw.weight(name);
  }

  private boolean isDense(String name) {
    return specs.stream().anyMatch(s -> s.name().equals(name) && s.role() == Role.DENSE);
  }

  /** Everything that training needs to go on. */
  ModelState state() {
    List<NamedTensor> weights = new ArrayList<>();
    List<NamedTensor> averages = new ArrayList<>();
    List<NamedTensor> moments = new ArrayList<>();
    for (NamedTensor value : store.save(session, name -> true)) {
      if (value.name().startsWith(EMA)) {
        averages.add(value.renamed(value.name().substring(EMA.length())));
      } else if (DenseUpdates.isMoment(value.name())) {
        moments.add(value);
      } else {
        weights.add(value);
      }
    }
    return new ModelState(weights, averages, moments);
  }

  /**
   * Goes on from a saved state.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a tensor is missing or of another
   *     shape
   */
  void restore(ModelState state) {
    Map<String, NamedTensor> values = new HashMap<>();
    state.model().forEach(t -> values.put(t.name(), t));
    state.optimizer().forEach(t -> values.put(t.name(), t));
    state.ema().forEach(t -> values.put(EMA + t.name(), t));
    store.load(session, values, name -> true, "checkpoint");
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    rates.close();
    passes.values().forEach(pass -> pass.feed().close());
  }
}
