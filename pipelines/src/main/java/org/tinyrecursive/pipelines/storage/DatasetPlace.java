package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.beam.sdk.options.PipelineOptions;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.DatasetVerifier;
import org.tinyrecursive.transforms.dataset.Problem;

/** Where a dataset is that is to be read: on this machine, or in Google Cloud Storage. */
public final class DatasetPlace {
  private final String name;
  private final Supplier<PipelineOptions> options;

  private DatasetPlace(String name, Supplier<PipelineOptions> options) {
    this.name = name;
    this.options = options;
  }

  /**
   * A place.
   *
   * @param name a local path or {@code gs://bucket/folder}
   * @param options of Beam, which say how storage is reached; asked for only if it is
   */
  public static DatasetPlace of(String name, Supplier<PipelineOptions> options) {
    return new DatasetPlace(name, options);
  }

  /**
   * The manifest; nothing else is read.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if there is no dataset
   */
  public DatasetManifest manifest() throws IOException {
    if (!StoragePath.isOne(name)) {
      return DatasetManifest.load(Path.of(name));
    }
    StorageFolder folder = folder();
    try {
      Blob manifest =
          folder.find(DatasetManifest.FILE_NAME).orElseThrow(() -> DatasetManifest.isNone(name));
      return DatasetFile.parse(folder, manifest);
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /**
   * Compares all bytes and rows with the manifest. Of a dataset in storage one shard at a time is
   * on this machine.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if there is no dataset
   */
  public List<Problem> verify() throws IOException {
    return StoragePath.isOne(name)
        ? DatasetVerifier.verify(new StoredDatasetFolder(folder()), name)
        : DatasetVerifier.verify(Path.of(name));
  }

  /**
   * Opens the dataset for reading; one in storage is copied to this machine for as long.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if there is no dataset, or a shard
   *     is missing or cut off, or there is no room for a copy
   */
  public OpenDataset open() throws IOException {
    return StoragePath.isOne(name)
        ? OpenDataset.copyOf(new StoredDatasetFolder(folder()), name)
        : OpenDataset.local(Path.of(name));
  }

  private StorageFolder folder() {
    StoragePath path = StoragePath.parse(name);
    return new StorageFolder(StorageAccess.of(options.get()).client(), path);
  }

  @Override
  public String toString() {
    return name;
  }
}
