package org.tinyrecursive.workflows.adapt;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.workflows.recipe.Assignment;
import org.tinyrecursive.workflows.recipe.RecipeLoader;

/**
 * How a trained model goes on learning: by its own recipe, but for what only makes sense in a long
 * run. What has been set by the user comes last.
 */
final class AdaptedRecipe {
  /** Epochs of a run that ends by its time: more than any can make. */
  private static final int ENDLESS = 1_000_000;

  private static final int LARGEST_BATCH = 64;
  private static final int LONGEST_WARMUP = 20;
  private static final int STEPS_BETWEEN_CHECKPOINTS = 25;

  /** Ten steps or so: an average of a thousand steps would not follow a run of a hundred. */
  private static final double EMA_RATE = 0.9;

  private AdaptedRecipe() {}

  /**
   * The recipe.
   *
   * @param data the dataset of the unseen tasks
   */
  static Recipe of(Checkpoint trained, DatasetManifest data, AdaptSettings settings) {
    Recipe base = trained.state().recipe();
    int batch =
        settings
            .batchSize()
            .orElseGet(() -> batch(base, epochs(settings), data.splits().get("train")));
    return of(trained, batch, settings);
  }

  /**
   * Refuses settings that no dataset makes right, before one is built.
   *
   * @throws InputRefusedException naming the first of them
   */
  static void check(Checkpoint trained, AdaptSettings settings) {
    Recipe base = trained.state().recipe();
    Recipe asked = of(trained, settings.batchSize().orElse(1), settings);
    DataShape data = trained.state().dataShape();
    if (!ModelParameters.of(asked.model(), data).equals(ModelParameters.of(base.model(), data))) {
      throw new InputRefusedException(
          "--set asks for a model with other weights than %s has; leave out such settings of model"
              .formatted(trained.folder()));
    }
  }

  private static int epochs(AdaptSettings settings) {
    return settings.epochs().orElse(ENDLESS);
  }

  private static Recipe of(Checkpoint trained, int batch, AdaptSettings settings) {
    Recipe base = trained.state().recipe();
    int epochs = epochs(settings);
    List<Assignment> changes = new ArrayList<>();
    set(changes, "name", base.name() + "-adapted");
    set(changes, "train.epochs", epochs);
    set(changes, "train.eval_interval", epochs);
    set(changes, "train.global_batch_size", batch);
    set(changes, "train.lr_warmup_steps", Math.min(LONGEST_WARMUP, base.train().lrWarmupSteps()));
    set(changes, "train.lr_min_ratio", 1);
    set(changes, "train.ema_rate", Math.min(EMA_RATE, base.train().emaRate()));
    set(changes, "train.checkpoint_every_steps", STEPS_BETWEEN_CHECKPOINTS);
    set(changes, "train.keep_checkpoints", 1);
    set(changes, "train.seed", settings.seed());
    set(changes, "recursion.third_until", 0);
    set(changes, "recursion.two_thirds_until", 0);
    set(changes, "optimizer.freeze_weights", settings.frozen());
    set(changes, "memory.micro_batch_size", 0);
    set(changes, "memory.recompute", "auto");
    set(changes, "selection.patience", 0);
    changes.addAll(settings.changes());
    return RecipeLoader.change(base, trained.folder().toString(), changes).recipe();
  }

  /** No larger than what all epochs give: else not a single step would be made. */
  private static int batch(Recipe base, int epochs, SplitManifest train) {
    double visited = base.train().visited(train.meanPuzzleExamples());
    double examples = (double) epochs * train.totalGroups() * visited;
    int most = Math.min(LARGEST_BATCH, base.train().globalBatchSize());
    return (int) Math.max(1, Math.min(most, Math.floor(examples)));
  }

  private static void set(List<Assignment> changes, String key, Object value) {
    changes.add(Assignment.option(key, value, "trm adapt"));
  }
}
