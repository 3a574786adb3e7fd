package org.tinyrecursive.modeltf.graph;

import java.util.List;
import java.util.Optional;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.WeightSource;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.WeightSet;

/** A model's variables: its weights as they are, and their average where one is kept. */
final class ModelVariables {
  static final String EMA = "ema.";

  private final VariableStore store;
  private final DataShape data;
  private final List<ParameterSpec> specs;
  private final Parameters raw;
  private final Optional<Parameters> average;

  /**
   * @param averaging whether an average is kept
   */
  ModelVariables(VariableStore store, ModelConfig config, DataShape data, Averaging averaging) {
    this.store = store;
    this.data = data;
    specs = ModelParameters.of(config, data);
    raw = new Parameters(store, "", specs);
    average =
        averaging == Averaging.EMA
            ? Optional.of(new Parameters(store, EMA, specs(Role.DENSE)))
            : Optional.empty();
  }

  VariableStore store() {
    return store;
  }

  DataShape data() {
    return data;
  }

  List<ParameterSpec> specs() {
    return specs;
  }

  List<ParameterSpec> specs(Role role) {
    return specs.stream().filter(spec -> spec.role() == role).toList();
  }

  Parameters raw() {
    return raw;
  }

  Optional<Parameters> average() {
    return average;
  }

  /** The puzzle table; empty where puzzles have no embedding. */
  Optional<Variable<TFloat32>> puzzleTable() {
    return raw.contains(TrainGraph.PUZZLE_TABLE)
        ? Optional.of(raw.variable(TrainGraph.PUZZLE_TABLE))
        : Optional.empty();
  }

  /** The weights of that set; initial vectors have no average and are taken as they are. */
  WeightSource weights(WeightSet set) {
    if (set == WeightSet.RAW || average.isEmpty()) {
      return raw;
    }
    Parameters averages = average.get();
    return name -> averages.contains(name) ? averages.weight(name) : raw.weight(name);
  }

  /** Whether an average of the weights is kept. */
  enum Averaging {
    NONE,
    EMA
  }
}
