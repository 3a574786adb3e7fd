package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Session;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.workers.Exchange;

/**
 * The variables of a training graph as the state that checkpoints hold, and back.
 *
 * @param variables of the graph
 * @param shards which device has which rows of the carry
 */
record StateTransfer(ModelVariables variables, RowShards shards) {

  /** Sets first weights, drawn from a seed; every row takes an example at the first step. */
  void initialize(Session session, long seed) {
    Map<String, NamedTensor> values = new HashMap<>();
    for (ParameterSpec spec : variables.specs()) {
      NamedTensor value = spec.initialValue(seed);
      values.put(spec.name(), value);
      values.put(ModelVariables.EMA + spec.name(), value);
    }
    values.put(ActState.HALTED, ActState.allHalted(shards.partition().batch()));
    Map<String, NamedTensor> split = shards.split(values);
    variables.store().load(session, split, split::containsKey, "initial values");
  }

  /** A copy of all state. */
  ModelState save(Session session) {
    return arrange(local(session));
  }

  /** The same with the rows of all workers; where one was lost, every row is about to begin. */
  ModelState save(Session session, Exchange workers) {
    return arrange(
        workers.isBroken()
            ? shards.renewed(local(session))
            : shards.collect(local(session), workers));
  }

  private List<NamedTensor> local(Session session) {
    return shards.join(variables.store().save(session, this::isStored));
  }

  private static ModelState arrange(List<NamedTensor> values) {
    List<NamedTensor> model = new ArrayList<>();
    List<NamedTensor> averages = new ArrayList<>();
    List<NamedTensor> optimizer = new ArrayList<>();
    for (NamedTensor value : values) {
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

  /**
   * Sets all state.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a tensor is missing or of another
   *     shape
   */
  void load(Session session, ModelState state) {
    Map<String, NamedTensor> values = new HashMap<>();
    state.model().forEach(t -> values.put(t.name(), t));
    state.optimizer().forEach(t -> values.put(t.name(), t));
    state.ema().forEach(t -> values.put(ModelVariables.EMA + t.name(), t));
    variables.store().load(session, shards.split(values), this::isStored, "checkpoint");
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
}
