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

  private DatasetCommit(FolderCommit folder) {
    this.folder = folder;
  }

  /**
   * Prepares the build of a dataset.
   *
   * @param target directory of the dataset; absent or empty
   * @throws InputRefusedException if it is a file or holds anything
   */
  public static DatasetCommit begin(Path target) throws IOException {
    return new DatasetCommit(FolderCommit.begin(target));
  }

  /** Where the files of the dataset are to be written. */
  public Path staging() {
    return folder.staging();
  }

  /**
   * Puts the dataset in its place.
   *
   * @param manifest that lists all shards, each in {@link #staging} already
   * @throws InputRefusedException if something else was put there meanwhile
   * @throws IllegalStateException if a shard is not there
   */
  public void publish(DatasetManifest manifest) throws IOException {
    checkShards(manifest);
    folder.directory().sweep(manifest);
    Files.writeString(
        staging().resolve(DatasetCard.FILE_NAME), DatasetCard.of(manifest, leakage()));
    Files.write(staging().resolve(DatasetManifest.FILE_NAME), manifest.toJson());
    folder.publish();
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
