package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.optim.DenseOptimizer;
import org.tinyrecursive.modeltf.optim.Ema;
import org.tinyrecursive.modeltf.optim.GradientClipping;

/** Moments of the dense parameters, and how they follow their gradients. */
public final class DenseUpdates {
  private final Ops tf;
  private final OptimizerConfig config;
  private final List<ParameterSpec> specs;
  private final Parameters raw;
  private final Optional<Parameters> average;
  private final Parameters first;
  private final Parameters second;
  private final DenseOptimizer optimizer;
  private final Ema ema;

  /**
   * Creates the moments.
   *
   * @param specs the dense parameters
   * @param raw their variables
   * @param average their averages, where any are kept
   */
  public DenseUpdates(
      Ops tf,
      VariableStore store,
      List<ParameterSpec> specs,
      Parameters raw,
      Optional<Parameters> average,
      Recipe recipe,
      StepFeed feed) {
    this.tf = tf;
    this.specs = specs;
    this.raw = raw;
    this.average = average;
    config = recipe.optimizer();
    first = new Parameters(store, TrainGraph.FIRST_MOMENT, specs);
    second = new Parameters(store, TrainGraph.SECOND_MOMENT, specs);
    optimizer = DenseOptimizer.create(tf, config, recipe.train(), feed.denseRates());
    ema = new Ema(tf, recipe.train().emaRate());
  }

  /** Whether a variable of that name is a moment. */
  public static boolean isMoment(String name) {
    return name.startsWith(TrainGraph.FIRST_MOMENT) || name.startsWith(TrainGraph.SECOND_MOMENT);
  }

  /**
   * Operations that change parameters, moments and averages.
   *
   * @param gradients in the order of the parameters
   */
  public List<Op> apply(List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> clipped =
        config.clipNorm() > 0
            ? new GradientClipping(tf, config.clipNorm()).apply(gradients)
            : gradients;
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      String name = specs.get(i).name();
      Variable<TFloat32> p = raw.variable(name);
      Variable<TFloat32> m = first.variable(name);
      Variable<TFloat32> v = second.variable(name);
      DenseOptimizer.Update update = optimizer.update(p.read(), m.read(), v.read(), clipped.get(i));
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
