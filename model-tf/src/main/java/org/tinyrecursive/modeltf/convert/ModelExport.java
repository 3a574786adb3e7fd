package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.Safetensors;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/** One file of weights from a checkpoint. */
public final class ModelExport {
  private static final String PUBLISHED_WRAPPERS = "_orig_mod.model.inner.";

  private ModelExport() {}

  /** How tensors are named in the file. */
  public enum Naming {
    /** As in our checkpoints: {@code lm_head.weight}. */
    PLAIN,
    /** As the published trainer stores them: {@code _orig_mod.model.inner.lm_head.weight}. */
    PUBLISHED
  }

  /**
   * All weights of a checkpoint, averaged where asked; the puzzle table and the initial vectors
   * have no average.
   *
   * @throws InputRefusedException if an average is asked for that was not kept
   */
  public static List<NamedTensor> weights(Checkpoint checkpoint, WeightSet set) throws IOException {
    Map<String, NamedTensor> weights = new LinkedHashMap<>();
    checkpoint.loadModel().forEach(weight -> weights.put(weight.name(), weight));
    if (set == WeightSet.EMA) {
      if (!checkpoint.state().recipe().train().ema()) {
        throw new InputRefusedException(
            checkpoint.folder() + " was trained with train.ema false; use --weights raw");
      }
      checkpoint.loadEma().forEach(weight -> weights.put(weight.name(), weight));
    }
    return List.copyOf(weights.values());
  }

  /** Writes a safetensors file; its metadata says where the weights come from. */
  public static void writeSafetensors(
      Path file, Checkpoint checkpoint, WeightSet set, Naming naming) throws IOException {
    String prefix = naming == Naming.PUBLISHED ? PUBLISHED_WRAPPERS : "";
    Map<String, String> metadata =
        Map.of(
            "format",
            "pt",
            "recipe",
            checkpoint.state().recipe().name(),
            "step",
            Long.toString(checkpoint.state().step()),
            "weights",
            set == WeightSet.EMA ? "ema" : "raw",
            "dataset_manifest_sha256",
            checkpoint.state().datasetSha256());
    Safetensors.write(file, named(weights(checkpoint, set), prefix), metadata);
  }

  /**
   * Writes a file that {@code torch.load} reads, with the names that the published trainer expects.
   * Its format has no place for where the weights come from.
   */
  public static void writePyTorch(Path file, Checkpoint checkpoint, WeightSet set)
      throws IOException {
    PyTorchArchive.write(file, named(weights(checkpoint, set), PUBLISHED_WRAPPERS));
  }

  private static List<NamedTensor> named(List<NamedTensor> weights, String prefix) {
    return weights.stream().map(weight -> weight.renamed(prefix + weight.name())).toList();
  }
}
