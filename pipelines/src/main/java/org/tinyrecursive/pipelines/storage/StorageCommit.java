package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.BuildRecord;
import org.tinyrecursive.transforms.beam.ShardParts;
import org.tinyrecursive.transforms.beam.WrittenShard;
import org.tinyrecursive.transforms.dataset.DatasetCard;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/**
 * Puts a dataset in its place in storage, where nothing can be renamed: a claim says which dataset
 * is being put there, shards are copied, and {@code dataset.json} comes last, under the condition
 * that there is none. So of several builds one wins, and a folder without a manifest, or with files
 * of two builds, is never taken for a dataset.
 */
final class StorageCommit {
  /** Says which dataset is being put in place: the sha256 of its manifest. */
  static final String CLAIM = ".publishing";

  private final StorageFolder folder;
  private final StoragePath path;
  private final StorageBuildPlace place;
  private final Optional<Blob> before;

  /**
   * @param before the manifest that was there when the build began
   */
  StorageCommit(
      StorageFolder folder, StoragePath path, StorageBuildPlace place, Optional<Blob> before) {
    this.folder = folder;
    this.path = path;
    this.place = place;
    this.before = before;
  }

  /**
   * Publishes.
   *
   * @throws InputRefusedException if another build has won or is about to
   */
  void publish(DatasetManifest manifest, BuildRecord record, Claim claim) {
    refuseOvertaken();
    claim(manifest, claim);
    try {
      putOrSayWhoDid(manifest, record);
    } catch (InputRefusedException lost) {
      release();
      throw lost;
    }
    sweep(manifest);
  }

  /** After any other failure the claim stays: it says what the half-made folder is to become. */
  private void putOrSayWhoDid(DatasetManifest manifest, BuildRecord record) {
    try {
      put(manifest, record);
    } catch (StorageException failed) {
      if (StorageFolder.isGone(failed)) {
        refuseOvertaken(); // the winner sweeps what others were building
      }
      throw failed;
    }
  }

  private void put(DatasetManifest manifest, BuildRecord record) {
    boolean same =
        before.isPresent() && Arrays.equals(folder.read(before.get()), manifest.toJson());
    if (before.isPresent()
        && !same
        && !folder.delete(DatasetManifest.FILE_NAME, before.get().getGeneration())) {
      throw overtaken();
    }
    putShards(record);
    putCompanions(manifest, record);
    if (!same && !folder.putNew(DatasetManifest.FILE_NAME, manifest.toJson(), place.build())) {
      throw overtaken();
    }
  }

  /** Takes back this build's claim, not another's. */
  private void release() {
    folder
        .find(CLAIM)
        .filter(blob -> StorageFolder.metadata(blob, StorageFolder.BUILD).equals(place.build()))
        .ifPresent(blob -> folder.delete(CLAIM, blob.getGeneration()));
  }

  /** Refuses if the manifest is no longer the one that was there when the build began. */
  void refuseOvertaken() {
    long now = generation(folder.find(DatasetManifest.FILE_NAME));
    if (now != generation(before)) {
      throw overtaken();
    }
  }

  private void claim(DatasetManifest manifest, Claim claim) {
    byte[] content = manifest.sha256().getBytes(StandardCharsets.UTF_8);
    if (folder.putNew(CLAIM, content, place.build())) {
      return;
    }
    Optional<Blob> other = folder.find(CLAIM);
    String others =
        other.map(blob -> new String(folder.read(blob), StandardCharsets.UTF_8)).orElse("");
    boolean finished =
        before.isPresent() && DatasetFile.parse(folder, before.get()).sha256().equals(others);
    if (others.equals(manifest.sha256())) {
      return; // the same dataset: whoever copies its shards copies the same bytes
    }
    if (other.isPresent() && (finished || claim == Claim.TAKE_OVER)) {
      folder.put(CLAIM, content);
      return;
    }
    throw new InputRefusedException(
        "another build is putting a dataset at %s (%s began at %s); wait for it, or if it is dead, run this again with --force"
            .formatted(
                path,
                path + "/" + CLAIM,
                other.map(blob -> blob.getCreateTimeOffsetDateTime().toString()).orElse("?")));
  }

  private void putShards(BuildRecord record) {
    Map<String, Blob> there = folder.list();
    for (WrittenShard shard : record.shards()) {
      Blob old = there.get(shard.file());
      if (old == null
          || !StorageFolder.metadata(old, StorageFolder.SHA256).equals(shard.sha256())) {
        folder.copy(place.id(ShardParts.shard(shard.key())), shard.file(), shard.sha256());
      }
    }
  }

  private void putCompanions(DatasetManifest manifest, BuildRecord record) {
    record.companions().forEach((file, sha256) -> folder.copy(place.id(file), file, sha256));
    String own = StorageBuildPlace.BUILDING + place.build() + "/";
    for (String file : folder.list().keySet()) {
      if (file.startsWith(own + "rejects/")) {
        folder.copy(folder.id(file), file.substring(own.length()), "");
      }
    }
    folder.put(
        DatasetCard.FILE_NAME,
        DatasetCard.of(manifest, leakage(record)).getBytes(StandardCharsets.UTF_8));
    folder.put(BuildRecord.FILE_NAME, record.toJson());
  }

  private Optional<LeakageReport> leakage(BuildRecord record) {
    if (!record.companions().containsKey(LeakageReport.FILE_NAME)) {
      return Optional.empty();
    }
    try (InputStream json = place.open(LeakageReport.FILE_NAME)) {
      return Optional.of(LeakageReport.parse(json.readAllBytes()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void sweep(DatasetManifest manifest) {
    List<String> leftovers = new ArrayList<>();
    for (String file : folder.list().keySet()) {
      if (!manifest.owns(file)) {
        leftovers.add(file);
      }
    }
    folder.delete(leftovers);
  }

  private InputRefusedException overtaken() {
    return new InputRefusedException(
        "another build has put a dataset at %s meanwhile, or taken one away; this one was not put there: look at it, then build again"
            .formatted(path));
  }

  private static long generation(Optional<Blob> blob) {
    return blob.map(Blob::getGeneration).orElse(0L);
  }
}
