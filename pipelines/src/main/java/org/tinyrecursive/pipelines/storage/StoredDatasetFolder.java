package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.transforms.dataset.DatasetFolder;

/**
 * A dataset in storage, file by file: each is copied into the folder for temporary files while it
 * is read. What builds are making beside it is not seen.
 */
record StoredDatasetFolder(StorageFolder folder) implements DatasetFolder {
  @Override
  public Map<String, Long> files() throws IOException {
    try {
      Map<String, Long> files = new TreeMap<>();
      folder
          .list()
          .forEach(
              (file, blob) -> {
                if (!file.startsWith(StorageBuildPlace.BUILDING)
                    && !file.equals(StorageCommit.CLAIM)) {
                  files.put(file, blob.getSize());
                }
              });
      return files;
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  @Override
  public <T> T read(String file, Body<T> body) throws IOException {
    Path copy = Files.createTempFile("trm-", ".part");
    try {
      download(file, copy);
      return body.read(copy);
    } finally {
      Files.delete(copy);
    }
  }

  /** Copies a file of the dataset, piece by piece. */
  void download(String file, Path target) throws IOException {
    try {
      Blob blob = folder.find(file).orElseThrow(() -> new NoSuchFileException(file));
      blob.downloadTo(target);
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }
}
