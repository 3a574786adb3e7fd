package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.Safetensors;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.transforms.InputRefusedException;

/** Weights from a file of another program, checked against the model that they are meant for. */
public final class ModelImport {
  private static final List<String> WRAPPERS = List.of("_orig_mod.", "module.", "model.", "inner.");
  private static final int MAX_NAMES = 6;

  private ModelImport() {}

  /** What to do with a puzzle table of another size. */
  public enum PuzzleTable {
    /** Refuse it. */
    EXACT,
    /** Give every puzzle the mean row. */
    RESET
  }

  /**
   * All weights of a model, by our names, and the names of what else the file holds.
   *
   * @param file a {@code .safetensors} file, or one of {@code torch.save}
   * @throws InputRefusedException if it is neither, or a tensor is missing, unknown or of another
   *     shape; the message names both shapes
   */
  public static ImportedWeights read(
      Path file, ModelConfig config, DataShape data, PuzzleTable table) throws IOException {
    ImportedWeights held = held(file);
    Map<String, NamedTensor> found = new LinkedHashMap<>();
    for (NamedTensor tensor : held.tensors()) {
      String name = ourName(tensor.name());
      if (found.put(name, tensor.renamed(name)) != null) {
        throw new InputRefusedException("%s has two tensors for %s".formatted(file, name));
      }
    }
    List<NamedTensor> weights = new ArrayList<>();
    for (ParameterSpec spec : ModelParameters.of(config, data)) {
      NamedTensor value = found.remove(spec.name());
      if (value == null) {
        throw new InputRefusedException(
            "%s has no tensor %s, which this model needs with shape %s; check the recipe; tensors left in the file: %s"
                .formatted(file, spec.name(), spec.shape(), some(found)));
      }
      weights.add(fit(file, spec, value, table));
    }
    List<String> leftAside = new ArrayList<>(held.leftAside());
    found.keySet().stream().filter(ModelImport::isTransient).forEach(leftAside::add);
    found.keySet().removeIf(ModelImport::isTransient);
    if (!found.isEmpty()) {
      throw new InputRefusedException(
          "%s has tensors that this model does not: %s; check the recipe (model.variant, model.mlp_t, model.pos_encodings, layers)"
              .formatted(file, some(found)));
    }
    return new ImportedWeights(weights, leftAside);
  }

  /** The first few names, so that an optimizer's state does not fill the screen. */
  private static String some(Map<String, NamedTensor> tensors) {
    List<String> names = List.copyOf(new TreeSet<>(tensors.keySet()));
    int more = names.size() - MAX_NAMES;
    return more <= 0
        ? names.toString()
        : names.subList(0, MAX_NAMES) + " and %d more".formatted(more);
  }

  private static ImportedWeights held(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputRefusedException(
          "%s is no file; expected .safetensors or a file of torch.save".formatted(file));
    }
    return file.toString().endsWith(".safetensors")
        ? new ImportedWeights(
            Safetensors.read(file).tensors().stream().map(Elements::toFloats).toList(), List.of())
        : PyTorchFile.read(file);
  }

  /** Without the names of what wrapped the model: compilation, data parallelism, loss, ACT. */
  static String ourName(String name) {
    for (String wrapper : WRAPPERS) {
      if (name.startsWith(wrapper)) {
        return ourName(name.substring(wrapper.length()));
      }
    }
    return name;
  }

  /** Buffers that some versions of PyTorch code store though they follow from the settings. */
  private static boolean isTransient(String name) {
    return name.startsWith("rotary_emb.") || name.startsWith("puzzle_emb.local_");
  }

  private static NamedTensor fit(
      Path file, ParameterSpec spec, NamedTensor value, PuzzleTable table) {
    if (value.shape().equals(spec.shape())) {
      return value;
    }
    boolean isTable = spec.role() == Role.PUZZLE_TABLE && value.shape().size() == 2;
    boolean sameWidth = isTable && value.shape().get(1).equals(spec.shape().get(1));
    if (sameWidth && table == PuzzleTable.RESET) {
      return PuzzleRows.MEAN.fill(spec, value);
    }
    throw new InputRefusedException(
        "%s: tensor %s has shape %s, this model and dataset need %s; %s"
            .formatted(
                file,
                spec.name(),
                value.shape(),
                spec.shape(),
                sameWidth
                    ? "give the dataset it was trained on, or --reset-puzzle-table"
                    : "check recipe and dataset"));
  }
}
