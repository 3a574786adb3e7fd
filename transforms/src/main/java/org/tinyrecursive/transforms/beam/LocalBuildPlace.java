package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A folder that every worker sees under the same path. A file has a temporary name until it is
 * whole; what a dead attempt leaves is swept when the dataset is published.
 *
 * @param directory absolute path of the folder
 */
public record LocalBuildPlace(String directory) implements BuildPlace {
  @Override
  public <T> T write(String file, Body<T> body) {
    Path target = path(file);
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      makeFolders(target.getParent());
      T result;
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        result = body.writeTo(channel);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } catch (IOException failed) {
      throw new WriteFailedException(file, failed);
    }
  }

  @Override
  public InputStream open(String file) throws IOException {
    return Files.newInputStream(path(file));
  }

  /**
   * Makes the folders between the place and a file, never the place itself: where the build has
   * failed and taken its place away, a worker that does not know it yet must not bring it back.
   */
  private void makeFolders(Path folder) throws IOException {
    if (folder.equals(Path.of(directory))) {
      return;
    }
    makeFolders(folder.getParent());
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException made) {
      if (!Files.isDirectory(folder)) {
        throw made;
      }
    }
  }

  @Override
  public OptionalLong size(String file) throws IOException {
    Path path = path(file);
    return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
  }

  /** Gives every shard its name in the dataset; its part stays, for a build that is killed now. */
  public void arrange(BuildRecord record) throws IOException {
    for (WrittenShard shard : record.shards()) {
      link(path(ShardParts.shard(shard.key())), path(shard.file()));
    }
  }

  /**
   * Takes over a shard of a dataset.
   *
   * @param file the shard, which must not change
   */
  public void takeOver(WrittenShard shard, Path file) throws IOException {
    link(file, path(ShardParts.shard(shard.key())));
    ShardParts.confirm(this, shard);
  }

  /**
   * Takes over a companion of a dataset, see {@link KeptCompanions}.
   *
   * @param file the companion, which must not change
   */
  public void keep(String companion, Path file) throws IOException {
    link(file, path(KeptCompanions.file(companion)));
  }

  private static void link(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.deleteIfExists(to);
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path path(String file) {
    return Path.of(directory).resolve(file);
  }
}
