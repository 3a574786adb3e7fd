package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.optim.AdamAtan2;
import org.tinyrecursive.modeltf.optim.Ema;

/** Moments and averages of the dense parameters, and the updates of all of them. */
final class DenseUpdates {
  private final List<ParameterSpec> specs;
  private final Parameters raw;
  private final Parameters first;
  private final Parameters second;
  private final Optional<Parameters> average;
  private final AdamAtan2 adam;
  private final Ema ema;

  DenseUpdates(
      Ops tf,
      List<ParameterSpec> specs,
      Parameters raw,
      Optional<Parameters> average,
      VariableStore store,
      TrainConfig config,
      AdamAtan2.Rates rates) {
    this.specs = specs;
    this.raw = raw;
    this.average = average;
    first = new Parameters(store, TrainGraph.FIRST_MOMENT, specs);
    second = new Parameters(store, TrainGraph.SECOND_MOMENT, specs);
    adam = new AdamAtan2(tf, config.beta1(), config.beta2(), rates);
    ema = new Ema(tf, config.emaRate());
  }

  /** One update per variable, given the gradients in the order of the parameters. */
  List<Op> apply(List<Operand<TFloat32>> gradients) {
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      String name = specs.get(i).name();
      Variable<TFloat32> p = raw.variable(name);
      Variable<TFloat32> m = first.variable(name);
      Variable<TFloat32> v = second.variable(name);
      AdamAtan2.Update update = adam.update(p.read(), m.read(), v.read(), gradients.get(i));
      updates.add(p.assign(update.p()));
      updates.add(m.assign(update.m()));
      updates.add(v.assign(update.v()));
      average
          .map(averages -> averages.variable(name))
          .ifPresent(shadow -> updates.add(shadow.assign(ema.update(shadow.read(), update.p()))));
    }
    return updates;
  }
}
