package org.tinyrecursive.modeltf.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecipeJson;
import org.tinyrecursive.transforms.InputRefusedException;

/** Whether a run may go on from a checkpoint with these settings and data. */
public final class ResumeCheck {
  /** Settings on which saved tensors or the data position depend. */
  private static final List<String> FIXED =
      List.of("train.global_batch_size", "train.eval_interval", "train.ema", "train.seed");

  private ResumeCheck() {}

  /**
   * Refuses other data and other architectures.
   *
   * @return settings that differ but may: {@code train.lr: 0.001, was 0.002}
   * @throws InputRefusedException naming both values of the first that may not differ
   */
  public static List<String> check(
      Checkpoint checkpoint, Recipe recipe, DataShape shape, String datasetSha256) {
    Path folder = checkpoint.folder();
    TrainingState saved = checkpoint.state();
    checkShape(folder, saved.dataShape(), shape);
    if (!saved.datasetSha256().equals(datasetSha256)) {
      throw new InputRefusedException(
          "dataset manifest has sha256 %s, checkpoint %s was trained on %s; give the dataset it began with, or start a new run"
              .formatted(datasetSha256, folder, saved.datasetSha256()));
    }
    Map<String, String> before = new HashMap<>();
    RecipeJson.settings(saved.recipe()).forEach(s -> before.put(s.getKey(), s.getValue()));
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> setting : RecipeJson.settings(recipe)) {
      String key = setting.getKey();
      String old = before.get(key);
      if (setting.getValue().equals(old)) {
        continue;
      }
      if (key.startsWith("model.") || FIXED.contains(key)) {
        throw new InputRefusedException(
            "%s is %s, checkpoint %s was trained with %s; resume with that value, or start a new run"
                .formatted(key, setting.getValue(), folder, old));
      }
      changed.add("%s: %s, was %s".formatted(key, setting.getValue(), old));
    }
    return List.copyOf(changed);
  }

  /**
   * Refuses data that does not fit a trained model.
   *
   * @throws InputRefusedException naming both values of the first that differs
   */
  public static void checkShape(Path checkpoint, DataShape saved, DataShape found) {
    same(checkpoint, "vocab_size", saved.vocabSize(), found.vocabSize());
    same(checkpoint, "seq_len", saved.seqLen(), found.seqLen());
    same(
        checkpoint,
        "num_puzzle_identifiers",
        saved.numPuzzleIdentifiers(),
        found.numPuzzleIdentifiers());
  }

  private static void same(Path checkpoint, String field, int saved, int found) {
    if (saved != found) {
      throw new InputRefusedException(
          "dataset has %s %d, checkpoint %s was trained with %d"
              .formatted(field, found, checkpoint, saved));
    }
  }
}
