package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.transforms.InputRefusedException;

/** All variables of a graph by name, in order of creation; saves and loads their values. */
public final class VariableStore {
  private final Ops tf;
  private final String suffix;
  private final Map<String, Variable<? extends TType>> variables;

  /** No variable yet. */
  public VariableStore(Ops tf) {
    this(tf, "", new LinkedHashMap<>());
  }

  private VariableStore(Ops tf, String suffix, Map<String, Variable<? extends TType>> variables) {
    this.tf = tf;
    this.suffix = suffix;
    this.variables = variables;
  }

  /** The same store, for variables that lie on another device and whose names end in a suffix. */
  VariableStore on(Ops device, String nameSuffix) {
    return new VariableStore(device, nameSuffix, variables);
  }

  <T extends TType> Variable<T> create(String name, Class<T> type, List<Long> shape) {
    Variable<T> variable = new Variable<>(tf, name + suffix, type, shape);
    if (variables.put(variable.name(), variable) != null) {
      throw new IllegalStateException("two variables of name " + variable.name());
    }
    return variable;
  }

  /** Copies of the values of the variables that {@code chosen} accepts, in order of creation. */
  public List<NamedTensor> save(Session session, Predicate<String> chosen) {
    List<Variable<? extends TType>> saved =
        variables.values().stream().filter(v -> chosen.test(v.name())).toList();
    List<NamedTensor> values = new ArrayList<>();
    Session.Runner runner = session.runner();
    saved.forEach(variable -> runner.fetch(variable.read()));
    try (Result result = runner.run()) {
      for (int i = 0; i < saved.size(); i++) {
        Variable<? extends TType> variable = saved.get(i);
        values.add(TensorTransfer.toHost(variable.name(), result.get(i), variable.type()));
      }
    }
    return values;
  }

  /**
   * Sets every variable in one run: those that {@code stored} accepts from {@code values}, the
   * others to zeros.
   *
   * @param values by variable name
   * @param origin where the values come from, for messages
   * @throws InputRefusedException if a value is missing or does not fit; nothing is set then
   */
  public void load(
      Session session, Map<String, NamedTensor> values, Predicate<String> stored, String origin) {
    for (Variable<? extends TType> variable : variables.values()) {
      if (stored.test(variable.name())) {
        checkFits(variable, values.get(variable.name()), origin);
      }
    }
    List<Tensor> tensors = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      for (Variable<? extends TType> variable : variables.values()) {
        NamedTensor value =
            stored.test(variable.name())
                ? values.get(variable.name())
                : NamedTensor.zeros(variable.name(), variable.storedType(), variable.shape());
        tensors.add(TensorTransfer.toTensor(variable.type(), value));
        variable.addLoad(runner, tensors.get(tensors.size() - 1));
      }
      runner.run().close();
    } finally {
      tensors.forEach(Tensor::close);
    }
  }

  private static void checkFits(
      Variable<? extends TType> variable, NamedTensor value, String origin) {
    if (value == null) {
      throw new InputRefusedException(
          "%s has no tensor %s, which this model needs with shape %s; check that the recipe is the"
                  .formatted(origin, variable.name(), variable.shape())
              + " one it was trained with");
    }
    if (!value.shape().equals(variable.shape()) || value.type() != variable.storedType()) {
      throw new InputRefusedException(
          "%s: tensor %s has shape %s (%s), this model and dataset need %s (%s); check recipe and"
                  .formatted(
                      origin,
                      variable.name(),
                      value.shape(),
                      value.type(),
                      variable.shape(),
                      variable.storedType())
              + " dataset");
    }
  }
}
