package org.tinyrecursive.pipelines.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects of all buckets; every change has a generation and may have a precondition. */
final class StoredObjects {
  private final SortedMap<String, StoredObject> objects = new TreeMap<>();
  private long lastGeneration = 1_000;

  /** A change whose precondition does not hold. */
  static final class PreconditionFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  synchronized Optional<StoredObject> find(String bucket, String name) {
    return Optional.ofNullable(objects.get(bucket + "/" + name));
  }

  synchronized List<StoredObject> list(String bucket, String prefix) {
    return objects.values().stream()
        .filter(object -> object.bucket().equals(bucket) && object.name().startsWith(prefix))
        .toList();
  }

  /**
   * @param ifGeneration what must be there, 0 for nothing; empty: anything
   */
  synchronized StoredObject put(
      String bucket,
      String name,
      byte[] bytes,
      Map<String, String> metadata,
      Optional<Long> ifGeneration) {
    check(bucket, name, ifGeneration);
    StoredObject object = new StoredObject(bucket, name, bytes, ++lastGeneration, metadata);
    objects.put(bucket + "/" + name, object);
    return object;
  }

  synchronized boolean delete(String bucket, String name, Optional<Long> ifGeneration) {
    if (!objects.containsKey(bucket + "/" + name)) {
      return false;
    }
    check(bucket, name, ifGeneration);
    return objects.remove(bucket + "/" + name) != null;
  }

  private void check(String bucket, String name, Optional<Long> ifGeneration) {
    long now = find(bucket, name).map(StoredObject::generation).orElse(0L);
    if (ifGeneration.isPresent() && ifGeneration.get() != now) {
      throw new PreconditionFailed();
    }
  }
}
