package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.Storage.CopyRequest;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of one folder, by their path inside it. */
final class StorageFolder {
  /** Metadata: the sha256 of an object that a build has put in place. */
  static final String SHA256 = "sha256";

  /** Metadata: the build that wrote an object. */
  static final String BUILD = "build";

  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_FOUND = 404;

  private final Storage storage;
  private final StoragePath path;

  StorageFolder(Storage storage, StoragePath path) {
    this.storage = storage;
    this.path = path;
  }

  /** All objects, those of inner folders too. */
  Map<String, Blob> list() {
    Map<String, Blob> objects = new TreeMap<>();
    String prefix = path.object("");
    for (Blob blob : storage.list(path.bucket(), BlobListOption.prefix(prefix)).iterateAll()) {
      objects.put(blob.getName().substring(prefix.length()), blob);
    }
    return objects;
  }

  Optional<Blob> find(String file) {
    return Optional.ofNullable(storage.get(id(file)));
  }

  byte[] read(Blob blob) {
    return storage.readAllBytes(blob.getBlobId());
  }

  /** Writes a small object, whatever was there. */
  void put(String file, byte[] bytes) {
    storage.create(BlobInfo.newBuilder(id(file)).build(), bytes);
  }

  /**
   * Writes a small object if what is there has not changed since it was looked at.
   *
   * @param build that writes it: an answer that got lost is told from another build's object by it
   * @param generation of what was there; 0: nothing
   * @return the object, empty if another was there
   */
  Optional<Blob> put(String file, byte[] bytes, String build, long generation) {
    BlobInfo info = BlobInfo.newBuilder(id(file)).setMetadata(Map.of(BUILD, build)).build();
    try {
      return Optional.of(storage.create(info, bytes, BlobTargetOption.generationMatch(generation)));
    } catch (StorageException failed) {
      if (failed.getCode() != PRECONDITION_FAILED) {
        throw failed;
      }
      return find(file)
          .filter(blob -> build.equals(metadata(blob, BUILD)) && Arrays.equals(read(blob), bytes));
    }
  }

  /** Writes a file of this machine, piece by piece, whatever was there. */
  void upload(String file, Path from) throws IOException {
    storage.createFrom(BlobInfo.newBuilder(id(file)).build(), from);
  }

  /** Copies within storage; the copy says which bytes it has. */
  void copy(BlobId from, String file, String sha256) {
    BlobInfo target = BlobInfo.newBuilder(id(file)).setMetadata(Map.of(SHA256, sha256)).build();
    storage.copy(CopyRequest.newBuilder().setSource(from).setTarget(target).build()).getResult();
  }

  /** Deletes an object if it is still the one that was seen; says whether it was. */
  boolean delete(String file, long generation) {
    try {
      return storage.delete(id(file), BlobSourceOption.generationMatch(generation));
    } catch (StorageException failed) {
      if (failed.getCode() != PRECONDITION_FAILED) {
        throw failed;
      }
      return false;
    }
  }

  /** Deletes objects that are still there. */
  void delete(List<String> files) {
    for (String file : files) {
      storage.delete(id(file));
    }
  }

  /** Whether a failure means that an object has been taken away. */
  static boolean isGone(StorageException failed) {
    return failed.getCode() == NOT_FOUND;
  }

  static String metadata(Blob blob, String key) {
    Map<String, String> metadata = blob.getMetadata();
    return metadata == null ? "" : metadata.getOrDefault(key, "");
  }

  BlobId id(String file) {
    return BlobId.of(path.bucket(), path.object(file));
  }
}
