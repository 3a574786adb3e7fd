package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.BuildRecord;
import org.tinyrecursive.transforms.beam.ShardParts;
import org.tinyrecursive.transforms.beam.WrittenShard;
import org.tinyrecursive.transforms.dataset.DatasetCard;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/**
 * Puts a dataset in its place in storage, where nothing can be renamed: a claim says which dataset
 * is being put there, shards are copied, and then {@code dataset.json} is written, under the
 * condition that it is still the one that was there when the build began, or none. So of several
 * builds one wins, and files that no manifest lists are never taken for a dataset.
 *
 * <p>A dataset that is replaced can be read until the new one can be: shards whose names are taken
 * by shards of the old one get others first ({@link ShardNames}), {@code dataset.json} changes from
 * the old to the new one in one step, and once more when the shards have their own names. What no
 * longer belongs there is deleted at the end.
 */
final class StorageCommit {
  /** Says which dataset is being put in place: the sha256 of its manifest. */
  static final String CLAIM = ".publishing";

  /** That of what is not there. */
  private static final long NO_GENERATION = 0;

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
    sweep(file -> !manifest.owns(file) && !isOfBuilds(file));
    // Last of all: a dataset without it is looked through, and mended, by the next build.
    folder.put(BuildRecord.FILE_NAME, record.toJson());
    sweep(StorageCommit::isOfBuilds);
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
    if (before.isPresent() && Arrays.equals(folder.read(before.get()), manifest.toJson())) {
      putShards(record, UnaryOperator.identity());
      putCompanions(manifest, record);
    } else if (before.isPresent()) {
      replace(manifest, record, before.get());
    } else {
      putShards(record, UnaryOperator.identity());
      putCompanions(manifest, record);
      putManifest(manifest, NO_GENERATION);
    }
  }

  private void replace(DatasetManifest manifest, BuildRecord record, Blob old) {
    ShardNames names = ShardNames.beside(shards(old), manifest);
    folder.delete(List.of(BuildRecord.FILE_NAME)); // it speaks of the old dataset
    putShards(record, names::of);
    Blob switched = putManifest(names.apply(manifest), old.getGeneration());
    putCompanions(manifest, record);
    if (!names.areFinal()) {
      putShards(record, UnaryOperator.identity());
      putManifest(manifest, switched.getGeneration());
    }
  }

  /** Those that a reader of the dataset needs; none where no reader can read its manifest. */
  private List<ShardEntry> shards(Blob dataset) {
    try {
      return DatasetFile.parse(folder, dataset).splits().values().stream()
          .flatMap(split -> split.shards().stream())
          .toList();
    } catch (InputRefusedException unreadable) {
      return List.of();
    }
  }

  private Blob putManifest(DatasetManifest manifest, long generation) {
    return folder
        .put(DatasetManifest.FILE_NAME, manifest.toJson(), place.build(), generation)
        .orElseThrow(this::overtaken);
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
    if (folder.put(CLAIM, content, place.build(), NO_GENERATION).isPresent()) {
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

  private void putShards(BuildRecord record, UnaryOperator<String> names) {
    Map<String, Blob> there = folder.list();
    for (WrittenShard shard : record.shards()) {
      String file = names.apply(shard.file());
      Blob old = there.get(file);
      if (old == null
          || !StorageFolder.metadata(old, StorageFolder.SHA256).equals(shard.sha256())) {
        folder.copy(place.id(ShardParts.shard(shard.key())), file, shard.sha256());
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

  private void sweep(Predicate<String> leftover) {
    folder.delete(folder.list().keySet().stream().filter(leftover).toList());
  }

  private static boolean isOfBuilds(String file) {
    return file.equals(CLAIM) || file.startsWith(StorageBuildPlace.BUILDING);
  }

  private InputRefusedException overtaken() {
    return new InputRefusedException(
        "another build has put a dataset at %s meanwhile, or taken one away; this one was not put there: look at it, then build again"
            .formatted(path));
  }

  private static long generation(Optional<Blob> blob) {
    return blob.map(Blob::getGeneration).orElse(NO_GENERATION);
  }
}
