package org.tinyrecursive.workflows.adapt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.modeltf.convert.PuzzleRows;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.recipe.Assignment;

/**
 * What is to be adapted to what, and how.
 *
 * @param checkpoint the trained model: a checkpoint, or a run, whose best checkpoint is taken
 * @param tasks unseen tasks, see {@link UnseenTasks}
 * @param outputDir folder of all that is made
 * @param numAug augmentations of every task, to learn from and to vote with
 * @param rows what the embeddings of the new puzzles begin as
 * @param frozen whether the embeddings alone are trained
 * @param epochs visits of every task; empty: until the time is used up
 * @param timeBudget for everything, from tasks to submission; empty: no limit
 * @param batchSize examples per optimizer step; empty: chosen
 * @param predictBatchSize examples predicted at a time
 * @param seed of augmentations, order and places
 * @param changes settings of training that are given another value
 * @param compute what the model runs on
 */
record AdaptSettings(
    Path checkpoint,
    Path tasks,
    Path outputDir,
    int numAug,
    PuzzleRows rows,
    boolean frozen,
    Optional<Integer> epochs,
    Optional<Duration> timeBudget,
    Optional<Integer> batchSize,
    int predictBatchSize,
    long seed,
    List<Assignment> changes,
    Compute compute) {
  AdaptSettings {
    changes = List.copyOf(changes);
    OptionRange.atLeast("--num-aug", numAug, 0);
    OptionRange.atLeast("--epochs", epochs.orElse(1), 1);
    OptionRange.atLeast("--batch-size", batchSize.orElse(1), 1);
    OptionRange.atLeast("--predict-batch-size", predictBatchSize, 1);
    if (epochs.isEmpty() && timeBudget.isEmpty()) {
      throw new InputRefusedException(
          "neither --epochs nor --time-budget says when training ends; give one of them, or both");
    }
  }
}
