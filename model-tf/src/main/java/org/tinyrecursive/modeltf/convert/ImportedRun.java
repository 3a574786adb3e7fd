package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.checkpoint.Standing;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngine;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/**
 * A run that begins with imported weights: a checkpoint of step 0, from which can be predicted and
 * trained on. The average begins with the same weights, moments and carry begin anew.
 */
public final class ImportedRun {
  private ImportedRun() {}

  /**
   * Saves the checkpoint.
   *
   * @param run folder of the run
   * @param weights all of the model's, by our names
   * @param datasetSha256 of the dataset's manifest
   * @param versions of the program and what it runs on
   * @return the checkpoint's folder
   */
  public static Path save(
      Path run,
      Recipe recipe,
      DataShape data,
      String datasetSha256,
      List<NamedTensor> weights,
      Map<String, String> versions)
      throws IOException {
    Set<String> dense =
        ModelParameters.of(recipe.model(), data).stream()
            .filter(spec -> spec.role() == Role.DENSE)
            .map(ParameterSpec::name)
            .collect(Collectors.toSet());
    List<NamedTensor> average =
        recipe.train().ema()
            ? weights.stream().filter(weight -> dense.contains(weight.name())).toList()
            : List.of();
    try (TensorFlowEngine engine = TensorFlowEngine.create(recipe, data, Compute.allCores())) {
      ModelState tensors = new ModelState(weights, average, engine.state().optimizer());
      TrainingState state =
          new TrainingState(
              0,
              0,
              DataCursor.START,
              engine.recipe(),
              data,
              datasetSha256,
              0,
              Standing.NONE,
              PendingWork.NONE,
              versions);
      return CheckpointStore.open(run.resolve("checkpoints"), recipe.train().keepCheckpoints())
          .save(state, tensors);
    }
  }
}
