package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.convert.PickleReader.Call;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A file of {@code torch.save} (PyTorch 1.6 and above): a zip archive of a pickle that names
 * tensors, and one entry of raw bytes per tensor storage. The pickle is read, never run.
 */
final class PyTorchFile {
  private static final String PICKLE = "data.pkl";
  private static final long MAX_PICKLE_BYTES = 64 << 20;

  /** Where programs that save more than the weights keep them. */
  private static final List<String> WEIGHTS = List.of("model", "state_dict", "model_state_dict");

  private final Path file;
  private final ZipFile zip;
  private final String folder;
  // Tensors that share a storage mostly follow each other.
  private String lastPath = "";
  private byte[] last = {};

  private PyTorchFile(Path file, ZipFile zip, String folder) {
    this.file = file;
    this.zip = zip;
    this.folder = folder;
  }

  /**
   * All tensors of a state dictionary, float32, by their names in the file; a dictionary of
   * dictionaries gives names with dots. Where the file holds more than the weights, they are its
   * entry {@code model}, {@code state_dict} or {@code model_state_dict}, and all other entries are
   * left aside.
   *
   * @throws InputRefusedException if it is no such file, or holds anything but containers and
   *     tensors
   */
  static ImportedWeights read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry pickle =
          zip.stream()
              .filter(
                  entry -> entry.getName().equals(PICKLE) || entry.getName().endsWith("/" + PICKLE))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputRefusedException(
                          "%s has no %s; expected a file of torch.save".formatted(file, PICKLE)));
      String folder = pickle.getName().substring(0, pickle.getName().length() - PICKLE.length());
      PyTorchFile opened = new PyTorchFile(file, zip, folder);
      Object root =
          PickleReader.read(file + "!" + pickle.getName(), opened.bytes(pickle, MAX_PICKLE_BYTES));
      List<NamedTensor> tensors = new ArrayList<>();
      Object weights = opened.weights(root);
      opened.collect("", weights, tensors);
      return new ImportedWeights(tensors, leftAside(root, weights));
    } catch (ZipException e) {
      throw NoArchive.refusal(file, e);
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

  private void collect(String name, Object value, List<NamedTensor> tensors) throws IOException {
    if (value instanceof Map<?, ?> dictionary) {
      for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
        String key = String.valueOf(entry.getKey());
        collect(name.isEmpty() ? key : name + "." + key, entry.getValue(), tensors);
      }
    } else if (value instanceof Call call) {
      tensors.add(tensor(name, call));
    }
  }

  private NamedTensor tensor(String name, Call call) throws IOException {
    TensorRecipe recipe = TensorRecipe.of("%s: %s".formatted(file, name), call);
    String path = folder + "data/" + recipe.key();
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new InputRefusedException(
          "%s: %s has no data: entry %s is missing".formatted(file, name, path));
    }
    if (!path.equals(lastPath)) {
      last = bytes(entry, Integer.MAX_VALUE - 8L);
      lastPath = path;
    }
    return recipe.build(name, last);
  }

  private byte[] bytes(ZipEntry entry, long limit) throws IOException {
    if (entry.getSize() > limit) {
      throw new InputRefusedException(
          "%s: entry %s has %d bytes, at most %d are read"
              .formatted(file, entry.getName(), entry.getSize(), limit));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) Math.min(limit, Math.max(0, entry.getSize())));
    }
  }
}
