package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.optim.DenseOptimizer;
import org.tinyrecursive.modeltf.optim.Ema;
import org.tinyrecursive.modeltf.optim.GradientClipping;
import org.tinyrecursive.modeltf.optim.SignSgd;

/** Moments of the dense parameters, and what an optimizer step changes. */
final class Updates {
  private final Ops tf;
  private final ModelVariables variables;
  private final OptimizerConfig config;
  private final Parameters first;
  private final Parameters second;
  private final DenseOptimizer optimizer;
  private final Ema ema;
  private final SignSgd puzzleDescent;

  Updates(Ops tf, ModelVariables variables, Recipe recipe, StepFeed feed) {
    this.tf = tf;
    this.variables = variables;
    config = recipe.optimizer();
    List<ParameterSpec> dense = variables.specs(Role.DENSE);
    first = new Parameters(variables.store(), TrainGraph.FIRST_MOMENT, dense);
    second = new Parameters(variables.store(), TrainGraph.SECOND_MOMENT, dense);
    optimizer = DenseOptimizer.create(tf, config, recipe.train(), feed.denseRates());
    ema = new Ema(tf, recipe.train().emaRate());
    puzzleDescent = new SignSgd(tf, feed.puzzleDecay(), feed.puzzleLr());
  }

  /**
   * One update per variable.
   *
   * @param puzzleIds [B] rows of the puzzle table that the batch touched
   */
  List<Op> apply(Gradients gradients, Operand<TInt32> puzzleIds) {
    List<Op> updates = new ArrayList<>();
    if (!config.freezeWeights()) {
      updates.addAll(dense(gradients.dense()));
    }
    variables
        .puzzleTable()
        .ifPresent(
            table ->
                updates.add(
                    puzzleDescent.update(
                        table.handle(), puzzleIds, gradients.puzzleRows().orElseThrow())));
    return updates;
  }

  private List<Op> dense(List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> clipped =
        config.clipNorm() > 0
            ? new GradientClipping(tf, config.clipNorm()).apply(gradients)
            : gradients;
    List<Op> updates = new ArrayList<>();
    List<ParameterSpec> specs = variables.specs(Role.DENSE);
    for (int i = 0; i < specs.size(); i++) {
      String name = specs.get(i).name();
      Variable<TFloat32> p = variables.raw().variable(name);
      Variable<TFloat32> m = first.variable(name);
      Variable<TFloat32> v = second.variable(name);
      DenseOptimizer.Update update = optimizer.update(p.read(), m.read(), v.read(), clipped.get(i));
      updates.add(p.assign(update.p()));
      updates.add(m.assign(update.m()));
      updates.add(v.assign(update.v()));
      Optional<Parameters> average = variables.average();
      average
          .map(averages -> averages.variable(name))
          .ifPresent(shadow -> updates.add(shadow.assign(ema.update(shadow.read(), update.p()))));
    }
    return updates;
  }
}
