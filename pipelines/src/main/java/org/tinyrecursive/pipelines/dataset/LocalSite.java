package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.BuildRecord;
import org.tinyrecursive.transforms.beam.KeptCompanions;
import org.tinyrecursive.transforms.beam.LocalBuildPlace;
import org.tinyrecursive.transforms.beam.ShardParts;
import org.tinyrecursive.transforms.beam.WrittenShard;
import org.tinyrecursive.transforms.dataset.DatasetCard;
import org.tinyrecursive.transforms.dataset.DatasetCommit;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.WholeFiles;

/** A folder of this machine, or one that all workers see under the same path. */
final class LocalSite implements BuildSite {
  /** Folder that keeps nothing: a commit that takes over nothing. */
  private static final String NOTHING = ".nothing";

  private final Path directory;
  private DatasetCommit commit;
  private LocalBuildPlace place;

  LocalSite(Path directory) {
    this.directory = directory;
  }

  @Override
  public String name() {
    return directory.toString();
  }

  @Override
  public Optional<DatasetManifest> existing() throws IOException {
    DatasetCommit.recover(directory);
    return Files.isRegularFile(directory.resolve(DatasetManifest.FILE_NAME))
        ? Optional.of(DatasetManifest.load(directory))
        : Optional.empty();
  }

  @Override
  public boolean isWhole(DatasetManifest existing, Set<String> companions) throws IOException {
    Optional<BuildRecord> record = record();
    if (record.isEmpty() || !Files.isRegularFile(directory.resolve(DatasetCard.FILE_NAME))) {
      return false;
    }
    if (!record.get().companions().keySet().containsAll(companions)
        || !hasCompanions(record.get())) {
      return false;
    }
    for (SplitManifest split : existing.splits().values()) {
      for (ShardEntry shard : split.shards()) {
        if (!WholeFiles.isWhole(directory, shard)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public BuildPlace begin(Reuse reuse) throws IOException {
    boolean keep = reuse != Reuse.NOTHING;
    commit = DatasetCommit.resume(directory, keep ? ShardParts.DIRECTORY : NOTHING);
    place = new LocalBuildPlace(commit.staging().toString());
    Optional<BuildRecord> record = keep ? record() : Optional.empty();
    if (record.isPresent()) {
      takeOver(record.get(), reuse);
    }
    return place;
  }

  private void takeOver(BuildRecord record, Reuse reuse) throws IOException {
    Path real = directory.toRealPath();
    boolean companions = reuse == Reuse.WHOLE_SHARDS_AND_COMPANIONS && hasCompanions(record);
    if (companions) {
      for (String companion : record.companions().keySet()) {
        place.keep(companion, real.resolve(companion));
      }
      KeptCompanions.confirm(place, record);
    }
    for (WrittenShard shard : record.shards()) {
      // Notes are not part of a dataset: without them its companions could not be made.
      if ((companions || !shard.hasNotes()) && WholeFiles.isWhole(directory, shard.entry())) {
        place.takeOver(shard, real.resolve(shard.file()));
      }
    }
  }

  private boolean hasCompanions(BuildRecord record) throws IOException {
    for (Map.Entry<String, String> companion : record.companions().entrySet()) {
      if (!WholeFiles.isWhole(directory, companion.getKey(), companion.getValue())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String building() {
    return place.directory();
  }

  @Override
  public DatasetManifest publish() throws IOException {
    byte[] record = Files.readAllBytes(commit.staging().resolve(BuildRecord.FILE_NAME));
    place.arrange(
        BuildRecord.parse(record)
            .orElseThrow(() -> new IllegalStateException("the build's record is damaged")));
    DatasetManifest manifest = DatasetManifest.load(commit.staging());
    commit.publish(manifest);
    return manifest;
  }

  @Override
  public void keepRejects() throws IOException {
    RejectedBuild.keepRejects(
        commit.staging(), Path.of(DatasetBuild.rejectsPlace(directory.toString())));
  }

  @Override
  public RuntimeException explain(RuntimeException failed) {
    return failed;
  }

  @Override
  public void close() throws IOException {
    if (commit != null) {
      commit.close();
    }
  }

  private Optional<BuildRecord> record() throws IOException {
    Path file = directory.resolve(BuildRecord.FILE_NAME);
    return Files.isRegularFile(file)
        ? BuildRecord.parse(Files.readAllBytes(file))
        : Optional.empty();
  }
}
