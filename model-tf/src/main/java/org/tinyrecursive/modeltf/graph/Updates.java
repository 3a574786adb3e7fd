package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.optim.SignSgd;

/** What an optimizer step changes: dense parameters and the rows of the puzzle table. */
final class Updates {
  private final ModelVariables variables;
  private final OptimizerConfig config;
  private final DenseUpdates dense;
  private final SignSgd puzzleDescent;

  Updates(Ops tf, ModelVariables variables, Recipe recipe, StepFeed feed) {
    this.variables = variables;
    config = recipe.optimizer();
    dense =
        new DenseUpdates(
            tf,
            variables.store(),
            variables.specs(Role.DENSE),
            variables.raw(),
            variables.average(),
            recipe,
            feed);
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
      updates.addAll(dense.apply(gradients.dense()));
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
}
