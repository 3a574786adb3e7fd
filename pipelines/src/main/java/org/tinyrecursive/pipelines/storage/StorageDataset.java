package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.BuildRecord;
import org.tinyrecursive.transforms.beam.KeptCompanions;
import org.tinyrecursive.transforms.beam.ShardParts;
import org.tinyrecursive.transforms.beam.WrittenShard;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;

/**
 * A dataset in Google Cloud Storage, there already or being built. For one thread of the launching
 * process; steps on workers see its {@link StorageBuildPlace}.
 */
public final class StorageDataset {
  private final StoragePath path;
  private final StorageAccess access;
  private final StorageFolder folder;
  private final Optional<Blob> manifest;
  private final StorageBuildPlace place;

  private StorageDataset(StoragePath path, StorageAccess access) {
    this.path = path;
    this.access = access;
    this.folder = new StorageFolder(access.client(), path);
    this.manifest = folder.find(DatasetManifest.FILE_NAME);
    this.place = new StorageBuildPlace(access, path, UUID.randomUUID().toString().substring(0, 8));
  }

  /**
   * Looks at a folder.
   *
   * @throws IOException if storage cannot be reached or denies it
   */
  public static StorageDataset open(StoragePath path, StorageAccess access) throws IOException {
    try {
      return new StorageDataset(path, access);
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /**
   * What {@code dataset.json} says; empty where there is none.
   *
   * @throws InputRefusedException if it is damaged
   */
  public Optional<DatasetManifest> manifest() {
    return manifest.map(blob -> DatasetFile.parse(folder, blob));
  }

  /**
   * Whether every file is the one that a build has put there.
   *
   * @param companions files that there must be beside the shards
   */
  public boolean isWhole(DatasetManifest expected, Set<String> companions) {
    Map<String, Blob> there = folder.list();
    Optional<BuildRecord> record = record();
    return record.isPresent()
        && record.get().companions().keySet().containsAll(companions)
        && hasCompanions(there, record.get())
        && expected.splits().values().stream()
            .flatMap(split -> split.shards().stream())
            .allMatch(shard -> isWhole(there, shard));
  }

  /**
   * Prepares a build that takes over nothing.
   *
   * @throws InputRefusedException if there is anything but a dataset, or what builds left
   */
  public BuildPlace begin() {
    if (manifest.isEmpty()) {
      Map<String, Blob> there = folder.list();
      Optional<String> foreign =
          there.containsKey(StorageCommit.CLAIM)
              ? Optional.empty()
              : there.keySet().stream()
                  .filter(file -> !file.startsWith(StorageBuildPlace.BUILDING))
                  .findFirst();
      if (foreign.isPresent()) {
        throw new InputRefusedException(
            "%s is not empty and holds no dataset (it has %s); remove it or choose another"
                .formatted(path, foreign.get()));
      }
    }
    return place;
  }

  /** Prepares a build that takes over the whole shards of the dataset that is there. */
  public BuildPlace resume() {
    begin();
    // Notes are not part of a dataset: without them its companions could not be made.
    record().ifPresent(record -> takeOver(record, folder.list(), shard -> !shard.hasNotes()));
    return place;
  }

  /**
   * The same for a build of the same raw files: it takes over the companions, too, if all are
   * whole, and so the shards that they were made from.
   */
  public BuildPlace mend() {
    Map<String, Blob> there = folder.list();
    Optional<BuildRecord> record = record().filter(found -> hasCompanions(there, found));
    if (record.isEmpty()) {
      return resume();
    }
    begin();
    record
        .get()
        .companions()
        .forEach(
            (file, sha256) -> {
              String kept = place.ownFile(KeptCompanions.file(file));
              folder.copy(folder.id(file), kept, sha256);
            });
    KeptCompanions.confirm(place, record.get());
    takeOver(record.get(), there, shard -> true);
    return place;
  }

  private void takeOver(
      BuildRecord record, Map<String, Blob> there, Predicate<WrittenShard> wanted) {
    for (WrittenShard shard : record.shards()) {
      if (wanted.test(shard) && isWhole(there, shard.entry())) {
        String part = StorageBuildPlace.BUILDING + ShardParts.shard(shard.key());
        folder.copy(folder.id(shard.file()), part, shard.sha256());
        ShardParts.confirm(place, shard);
      }
    }
  }

  /**
   * Puts what was built in its place.
   *
   * @throws InputRefusedException if another build won
   */
  public DatasetManifest publish(Claim claim) throws IOException {
    try {
      DatasetManifest built =
          DatasetManifest.parse(built(DatasetManifest.FILE_NAME), DatasetManifest.FILE_NAME);
      BuildRecord record =
          BuildRecord.parse(built(BuildRecord.FILE_NAME))
              .orElseThrow(() -> new IllegalStateException("the build's record is damaged"));
      new StorageCommit(folder, path, place, manifest).publish(built, record, claim);
      return built;
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /** Says that another build won, if that is so. */
  public void refuseOvertaken() {
    new StorageCommit(folder, path, place, manifest).refuseOvertaken();
  }

  /** Copies the rejects of this build to a folder, in place of those of an earlier one. */
  public void keepRejects(StoragePath target) {
    StorageFolder kept = new StorageFolder(access.client(), target);
    kept.delete(List.copyOf(kept.list().keySet()));
    String own = StorageBuildPlace.BUILDING + place.build() + "/rejects/";
    for (String file : folder.list().keySet()) {
      if (file.startsWith(own)) {
        kept.copy(folder.id(file), file.substring(own.length()), "");
      }
    }
  }

  /** Takes away this build's own files; parts of shards stay, for the next build. */
  public void discard() {
    List<String> own = new ArrayList<>();
    for (String file : folder.list().keySet()) {
      if (file.startsWith(StorageBuildPlace.BUILDING + place.build() + "/")) {
        own.add(file);
      }
    }
    folder.delete(own);
  }

  private byte[] built(String file) throws IOException {
    try (var in = place.open(file)) {
      return in.readAllBytes();
    } catch (IOException | StorageException gone) {
      refuseOvertaken(); // the winner sweeps what others were building
      throw gone;
    }
  }

  private Optional<BuildRecord> record() {
    return folder.find(BuildRecord.FILE_NAME).flatMap(blob -> BuildRecord.parse(folder.read(blob)));
  }

  private static boolean hasCompanions(Map<String, Blob> there, BuildRecord record) {
    return record.companions().entrySet().stream()
        .allMatch(file -> hasSha256(there.get(file.getKey()), file.getValue()));
  }

  private static boolean isWhole(Map<String, Blob> there, ShardEntry shard) {
    Blob blob = there.get(shard.file());
    return hasSha256(blob, shard.sha256()) && blob.getSize() == shard.bytes();
  }

  /** Objects do not change, and only a build that has written all of one says its sha256. */
  private static boolean hasSha256(Blob blob, String sha256) {
    return blob != null && StorageFolder.metadata(blob, StorageFolder.SHA256).equals(sha256);
  }
}
