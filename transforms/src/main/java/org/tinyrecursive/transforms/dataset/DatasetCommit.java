package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/**
 * Builds a dataset beside its final place and puts it there in one step, whole or not at all.
 *
 * <p>Shards go into {@link #staging}; {@link #publish} checks and syncs them, sweeps what dead
 * attempts left, writes card and manifest, and renames the directory, see {@link FolderCommit}.
 */
public final class DatasetCommit implements AutoCloseable {
  private final FolderCommit folder;
  private final DatasetReplacement replacement;

  private DatasetCommit(FolderCommit folder, DatasetReplacement replacement) {
    this.folder = folder;
    this.replacement = replacement;
  }

  /**
   * Prepares the build of a dataset.
   *
   * @param target directory of the dataset; absent or empty
   * @throws InputRefusedException if it is a file or holds anything
   */
  public static DatasetCommit begin(Path target) throws IOException {
    FolderCommit folder = FolderCommit.begin(target);
    return new DatasetCommit(folder, DatasetReplacement.of(folder.target()));
  }

  /**
   * Prepares the build of a dataset that may take the place of the one that is there, and that goes
   * on with what a killed build left.
   *
   * @param target directory of the dataset; absent, empty, or a dataset
   * @param kept folder of {@link #staging} whose whole files a killed build leaves to the next
   * @throws InputRefusedException if it is a file or holds anything but a dataset
   */
  public static DatasetCommit resume(Path target, String kept) throws IOException {
    Path place = FolderCommit.place(target);
    DatasetReplacement.recover(place);
    if (!Files.isRegularFile(place.resolve(DatasetManifest.FILE_NAME))) {
      FolderCommit.refuseOccupied(place);
    }
    DatasetReplacement replacement = DatasetReplacement.of(place);
    return new DatasetCommit(FolderCommit.resume(place, kept), replacement);
  }

  /**
   * Brings back a dataset that a build was replacing when it was killed.
   *
   * @param target directory of the dataset
   */
  public static void recover(Path target) throws IOException {
    DatasetReplacement.recover(FolderCommit.place(target));
  }

  /** Where the files of the dataset are to be written. */
  public Path staging() {
    return folder.staging();
  }

  /**
   * Puts the dataset in its place.
   *
   * @param manifest that lists all shards, each in {@link #staging} already
   * @throws InputRefusedException if something else was put there meanwhile; of two builds of one
   *     dataset one wins
   * @throws IllegalStateException if a shard is not there
   */
  public void publish(DatasetManifest manifest) throws IOException {
    checkShards(manifest);
    folder.directory().sweep(manifest);
    Files.writeString(
        staging().resolve(DatasetCard.FILE_NAME), DatasetCard.of(manifest, leakage()));
    Files.write(staging().resolve(DatasetManifest.FILE_NAME), manifest.toJson());
    replacement.publish(folder);
  }

  /** Takes away what was built, unless it was published. */
  @Override
  public void close() throws IOException {
    folder.close();
  }

  private Optional<LeakageReport> leakage() throws IOException {
    Path report = staging().resolve(LeakageReport.FILE_NAME);
    return Files.exists(report)
        ? Optional.of(LeakageReport.parse(Files.readAllBytes(report)))
        : Optional.empty();
  }

  private void checkShards(DatasetManifest manifest) throws IOException {
    for (SplitManifest split : manifest.splits().values()) {
      for (ShardEntry shard : split.shards()) {
        Path file = staging().resolve(shard.file());
        if (!Files.isRegularFile(file) || Files.size(file) != shard.bytes()) {
          throw new IllegalStateException(
              "%s was not written whole, expected %d bytes".formatted(file, shard.bytes()));
        }
      }
    }
  }
}
