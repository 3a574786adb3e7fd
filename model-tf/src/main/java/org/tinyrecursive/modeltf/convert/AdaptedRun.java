package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A run that begins with a trained model and a row of its own for every puzzle of another dataset:
 * a checkpoint of step 0. The rows of the puzzles that the model was trained on are left behind: no
 * puzzle of the other dataset has them.
 */
public final class AdaptedRun {
  private AdaptedRun() {}

  /**
   * Saves the checkpoint. Averaged weights are taken where the trained run kept them.
   *
   * @param run folder of the new run
   * @param trained where the weights come from
   * @param recipe of the new run, with the architecture of {@code trained}
   * @param data the other dataset's shape
   * @param rows what the new rows of the puzzle table begin as
   * @param datasetSha256 of the other dataset's manifest
   * @param versions of the program and what it runs on
   * @return the checkpoint's folder
   * @throws InputRefusedException if the model does not understand the other dataset's tokens
   */
  public static Path save(
      Path run,
      Checkpoint trained,
      Recipe recipe,
      DataShape data,
      PuzzleRows rows,
      String datasetSha256,
      Map<String, String> versions)
      throws IOException {
    checkTokens(trained, data);
    WeightSet set = trained.state().recipe().train().ema() ? WeightSet.EMA : WeightSet.RAW;
    ParameterSpec table = puzzleTable(trained, recipe, data);
    Map<String, NamedTensor> known = new HashMap<>();
    ModelExport.weights(trained, set).forEach(weight -> known.put(weight.name(), weight));
    List<NamedTensor> weights = new ArrayList<>();
    for (ParameterSpec spec : ModelParameters.of(recipe.model(), trained.state().dataShape())) {
      NamedTensor weight = fitting(trained, spec, known.get(spec.name()));
      weights.add(spec.role() == Role.PUZZLE_TABLE ? rows.fill(table, weight) : weight);
    }
    return ImportedRun.save(run, recipe, data, datasetSha256, weights, versions);
  }

  private static NamedTensor fitting(Checkpoint trained, ParameterSpec spec, NamedTensor weight) {
    if (weight == null || !weight.shape().equals(spec.shape())) {
      throw new InputRefusedException(
          "%s has %s, its settings need one of shape %s; take another checkpoint"
              .formatted(
                  trained.folder(),
                  weight == null
                      ? "no tensor " + spec.name()
                      : "a tensor %s of shape %s".formatted(spec.name(), weight.shape()),
                  spec.shape()));
    }
    return weight;
  }

  private static ParameterSpec puzzleTable(Checkpoint trained, Recipe recipe, DataShape data) {
    return ModelParameters.of(recipe.model(), data).stream()
        .filter(spec -> spec.role() == Role.PUZZLE_TABLE)
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefusedException(
                    "%s has no puzzle embeddings (model.puzzle_emb_ndim is 0): there is no row to learn for an unseen puzzle"
                        .formatted(trained.folder())));
  }

  private static void checkTokens(Checkpoint trained, DataShape data) {
    DataShape known = trained.state().dataShape();
    if (known.seqLen() != data.seqLen() || known.vocabSize() != data.vocabSize()) {
      throw new InputRefusedException(
          "%s understands %d tokens of %d values, the tasks have %d of %d; give a model that was trained on the same kind of puzzle"
              .formatted(
                  trained.folder(),
                  known.seqLen(),
                  known.vocabSize(),
                  data.seqLen(),
                  data.vocabSize()));
    }
  }
}
