package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.beam.sdk.options.PipelineOptions;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/** Reads single files of datasets, wherever these are. */
public final class DatasetFile {
  private DatasetFile() {}

  /**
   * All bytes of a small file.
   *
   * @param dataset a local path or {@code gs://bucket/folder}
   * @param file path inside the dataset
   * @param options of Beam, which say how storage is reached
   */
  public static byte[] read(String dataset, String file, PipelineOptions options)
      throws IOException {
    if (!StoragePath.isOne(dataset)) {
      return Files.readAllBytes(Path.of(dataset).resolve(file));
    }
    StoragePath path = StoragePath.parse(dataset);
    try {
      StorageFolder folder = new StorageFolder(StorageAccess.of(options).client(), path);
      Blob blob = folder.find(file).orElseThrow(() -> new NoSuchFileException(path + "/" + file));
      return folder.read(blob);
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  static DatasetManifest parse(StorageFolder folder, Blob blob) {
    return DatasetManifest.parse(
        folder.read(blob), "gs://" + blob.getBucket() + "/" + blob.getName());
  }
}
