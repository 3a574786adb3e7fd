package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.convert.PickleReader.Call;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A file of {@code torch.save} (PyTorch 1.6 and above): a zip archive of a pickle that names
 * tensors, and one entry of raw bytes per tensor storage. The pickle is read, never run.
 */
final class PyTorchFile {
  private static final long MAX_PICKLE_BYTES = 64 << 20;

  /** Limits of what dictionaries in dictionaries may hold, for they may hold themselves. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_ENTRIES = 1_000_000;

  /** Where programs that save more than the weights keep them. */
  private static final List<String> WEIGHTS = List.of("model", "state_dict", "model_state_dict");

  private final Path file;
  private final TorchZip zip;
  private final List<NamedTensor> tensors = new ArrayList<>();
  private int entries;
  private long kept;
  // Tensors that share a storage mostly follow each other.
  private String lastKey = "";
  private byte[] last = {};

  private PyTorchFile(Path file, TorchZip zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * All tensors of a state dictionary, float32, by their names in the file; a dictionary of
   * dictionaries gives names with dots. Where the file holds more than the weights, they are its
   * entry {@code model}, {@code state_dict} or {@code model_state_dict}, and all other entries are
   * left aside.
   *
   * @throws InputRefusedException if it is no such file, is damaged, or holds anything but
   *     containers and tensors
   */
  static ImportedWeights read(Path file) throws IOException {
    try (TorchZip zip = TorchZip.open(file)) {
      PyTorchFile opened = new PyTorchFile(file, zip);
      Object root = PickleReader.read(file + "!" + TorchZip.PICKLE, zip.pickle(MAX_PICKLE_BYTES));
      Object weights = opened.weights(root);
      opened.collect("", weights, 0);
      return new ImportedWeights(opened.tensors, leftAside(root, weights));
    }
  }

  private Object weights(Object root) {
    if (!(root instanceof Map<?, ?> entries)) {
      return root;
    }
    List<String> found =
        WEIGHTS.stream().filter(key -> entries.get(key) instanceof Map<?, ?>).toList();
    if (found.size() > 1) {
      throw new InputRefusedException(
          "%s has weights in each of %s; save one of them alone".formatted(file, found));
    }
    return found.isEmpty() ? root : entries.get(found.get(0));
  }

  /** The entries of a file beside the one that is its weights. */
  private static List<String> leftAside(Object root, Object weights) {
    return root != weights && root instanceof Map<?, ?> entries
        ? entries.entrySet().stream()
            .filter(entry -> entry.getValue() != weights)
            .map(entry -> String.valueOf(entry.getKey()))
            .toList()
        : List.of();
  }

  private void collect(String name, Object value, int depth) throws IOException {
    if (depth > MAX_DEPTH || ++entries > MAX_ENTRIES) {
      throw new InputRefusedException(
          "%s has dictionaries in dictionaries, more than %d deep or %d entries in all; save model.state_dict() alone"
              .formatted(file, MAX_DEPTH, MAX_ENTRIES));
    }
    if (value instanceof Map<?, ?> dictionary) {
      for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
        String key = String.valueOf(entry.getKey());
        collect(name.isEmpty() ? key : name + "." + key, entry.getValue(), depth + 1);
      }
    } else if (value instanceof Call call) {
      NamedTensor tensor = tensor(name, call);
      kept += tensor.data().limit();
      checkRoom();
      tensors.add(tensor);
    }
  }

  /** Many tensors of one storage can be far more than the file. */
  private void checkRoom() {
    long room = Runtime.getRuntime().maxMemory() / 4 * 3;
    if (kept > room) {
      throw new InputRefusedException(
          "%s has tensors of more than %d MB, which is what this much memory can hold; give Java more, such as -Xmx16g"
              .formatted(file, room >> 20));
    }
  }

  private NamedTensor tensor(String name, Call call) throws IOException {
    String where = "%s: %s".formatted(file, name);
    TensorRecipe recipe = TensorRecipe.of(where, call);
    if (!recipe.key().equals(lastKey)) {
      last = zip.storage(where, recipe.key());
      lastKey = recipe.key();
    }
    return recipe.build(where, name, last);
  }
}
