package org.tinyrecursive.modeltf.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.layers.WeightSource;
import org.tinyrecursive.modeltf.model.ParameterSpec;

/** The parameters of a model as variables of a graph, under an optional prefix. */
public final class Parameters implements WeightSource {
  private final Map<String, Variable<TFloat32>> byName = new LinkedHashMap<>();

  /**
   * @param prefix of the variables' names; the parameters' names stay the published ones
   */
  public Parameters(VariableStore store, String prefix, List<ParameterSpec> specs) {
    for (ParameterSpec spec : specs) {
      byName.put(spec.name(), store.create(prefix + spec.name(), TFloat32.class, spec.shape()));
    }
  }

  /** The variable of a parameter. */
  public Variable<TFloat32> variable(String name) {
    Variable<TFloat32> variable = byName.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("no parameter " + name + ", there are " + byName.keySet());
    }
    return variable;
  }

  boolean contains(String name) {
    return byName.containsKey(name);
  }

  @Override
  public Operand<TFloat32> weight(String name) {
    return variable(name).read();
  }
}
