package org.tinyrecursive.pipelines.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ScratchFolder;

/**
 * A dataset that can be read at random, whichever place it came from. One in storage is a copy in
 * the folder for temporary files, which goes when this is closed.
 */
public final class OpenDataset implements AutoCloseable {
  private final Dataset dataset;
  private final Optional<ScratchFolder> copy;

  private OpenDataset(Dataset dataset, Optional<ScratchFolder> copy) {
    this.dataset = dataset;
    this.copy = copy;
  }

  static OpenDataset local(Path directory) throws IOException {
    return new OpenDataset(Dataset.open(directory), Optional.empty());
  }

  static OpenDataset copyOf(StoredDatasetFolder folder, String name) throws IOException {
    Map<String, Long> files = folder.files();
    if (!files.containsKey(DatasetManifest.FILE_NAME)) {
      throw DatasetManifest.isNone(name);
    }
    ScratchFolder scratch = ScratchFolder.temporary("trm-dataset");
    try {
      Path copy = scratch.path();
      requireRoom(copy, name, files);
      for (String file : files.keySet()) {
        Path target = copy.resolve(file).normalize();
        if (target.startsWith(copy)) {
          Files.createDirectories(target.getParent());
          folder.download(file, target);
        }
      }
      return new OpenDataset(Dataset.open(copy), Optional.of(scratch));
    } catch (IOException | RuntimeException failed) {
      scratch.close();
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
    if (copy.isPresent()) {
      copy.get().close();
    }
  }
}
