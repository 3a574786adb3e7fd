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
  private static final String PARAMETER = "torch._utils._rebuild_parameter";

  private final Path file;
  private final ZipFile zip;
  private final String folder;

  private PyTorchFile(Path file, ZipFile zip, String folder) {
    this.file = file;
    this.zip = zip;
    this.folder = folder;
  }

  /**
   * All tensors of a state dictionary, float32, by their names in the file; a dictionary of
   * dictionaries gives names with dots.
   *
   * @throws InputRefusedException if it is no such file, or holds anything but containers and
   *     tensors
   */
  static List<NamedTensor> read(Path file) throws IOException {
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
      opened.collect("", root, tensors);
      return tensors;
    } catch (ZipException e) {
      throw new InputRefusedException(
          "%s is no zip archive: %s; files of PyTorch before 1.6 must be loaded and saved again there"
              .formatted(file, e.getMessage()),
          e);
    }
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
    if (call.function().name().equals(PARAMETER)
        && !call.arguments().isEmpty()
        && call.arguments().get(0) instanceof Call data) {
      return tensor(name, data);
    }
    TensorRecipe recipe = TensorRecipe.of("%s: %s".formatted(file, name), call);
    String path = folder + "data/" + recipe.key();
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new InputRefusedException(
          "%s: %s has no data: entry %s is missing".formatted(file, name, path));
    }
    return recipe.build(name, bytes(entry, Integer.MAX_VALUE - 8L));
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
