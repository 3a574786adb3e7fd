package org.tinyrecursive.pipelines.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A dataset that can be read at random, whichever place it came from. One in storage is a copy in
 * the folder for temporary files, which goes when this is closed.
 */
public final class OpenDataset implements AutoCloseable {
  private final Dataset dataset;
  private final List<Path> copies;

  private OpenDataset(Dataset dataset, List<Path> copies) {
    this.dataset = dataset;
    this.copies = copies;
  }

  static OpenDataset local(Path directory) throws IOException {
    return new OpenDataset(Dataset.open(directory), List.of());
  }

  static OpenDataset copyOf(StoredDatasetFolder folder, String name) throws IOException {
    Map<String, Long> files = folder.files();
    if (!files.containsKey(DatasetManifest.FILE_NAME)) {
      throw DatasetManifest.isNone(name);
    }
    Path copy = Files.createTempDirectory("trm-dataset-");
    try {
      requireRoom(copy, name, files);
      for (String file : files.keySet()) {
        Path target = copy.resolve(file).normalize();
        if (target.startsWith(copy)) {
          Files.createDirectories(target.getParent());
          folder.download(file, target);
        }
      }
      return new OpenDataset(Dataset.open(copy), List.of(copy));
    } catch (IOException | RuntimeException failed) {
      delete(copy);
      throw failed;
    }
  }

  private static void requireRoom(Path copy, String name, Map<String, Long> files)
      throws IOException {
    long bytes = files.values().stream().mapToLong(Long::longValue).sum();
    long room = Files.getFileStore(copy).getUsableSpace();
    if (bytes > room) {
      throw new InputRefusedException(
          "%s has %d bytes, and %s has room for %d; set java.io.tmpdir to a larger place, or copy the dataset to this machine"
              .formatted(name, bytes, copy.getParent(), room));
    }
  }

  /** The dataset. */
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public void close() throws IOException {
    for (Path copy : copies) {
      delete(copy);
    }
  }

  static void delete(Path copy) throws IOException {
    try (Stream<Path> all = Files.walk(copy)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
