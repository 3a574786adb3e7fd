package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.transforms.InputRefusedException;

/** All variables of a graph by name, in order of creation; saves and loads their values. */
final class VariableStore {
  private final Ops tf;
  private final Map<String, Variable<? extends TType>> variables = new LinkedHashMap<>();

  VariableStore(Ops tf) {
    this.tf = tf;
  }

  <T extends TType> Variable<T> create(String name, Class<T> type, List<Long> shape) {
    Variable<T> variable = new Variable<>(tf, name, type, shape);
    if (variables.put(name, variable) != null) {
      throw new IllegalStateException("two variables of name " + name);
    }
    return variable;
  }

  /** Gives every variable a value, so that each can be read. */
  void fillWithZeros(Session session) {
    for (Variable<? extends TType> variable : variables.values()) {
      variable.load(
          session, NamedTensor.zeros(variable.name(), variable.storedType(), variable.shape()));
    }
  }

  /** Copies of the values of the variables that {@code chosen} accepts, in order of creation. */
  List<NamedTensor> save(Session session, Predicate<String> chosen) {
    List<Variable<? extends TType>> saved =
        variables.values().stream().filter(v -> chosen.test(v.name())).toList();
    List<NamedTensor> values = new ArrayList<>();
    if (saved.isEmpty()) {
      return values;
    }
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
   * Sets every variable that {@code chosen} accepts.
   *
   * @param values by variable name
   * @param origin where the values come from, for messages
   * @throws InputRefusedException if a value is missing or does not fit; nothing is set then
   */
  void load(
      Session session, Map<String, NamedTensor> values, Predicate<String> chosen, String origin) {
    List<Variable<? extends TType>> loaded =
        variables.values().stream().filter(v -> chosen.test(v.name())).toList();
    for (Variable<? extends TType> variable : loaded) {
      checkFits(variable, values.get(variable.name()), origin);
    }
    for (Variable<? extends TType> variable : loaded) {
      variable.load(session, values.get(variable.name()));
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
