package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A directory that one build owns while it holds the lock in it. */
final class StagingDirectory {
  private static final String LOCK = ".lock";

  /** Those of this process: opening and closing their lock files would release the locks. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private StagingDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static StagingDirectory create(Path parent, String prefix, FileAttribute<?>... attributes)
      throws IOException {
    Path path = parent.resolve(prefix + UUID.randomUUID().toString().substring(0, 8));
    OWN.add(path);
    Files.createDirectory(path, attributes);
    FileChannel lock =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException(path + " was taken by another process; try again");
    }
    return new StagingDirectory(path, lock);
  }

  /** Deletes what builds that ended without a word have left. */
  static void sweepAbandoned(Path parent, String prefix) throws IOException {
    for (Path candidate : candidates(parent, prefix)) {
      deleteIfUnlocked(candidate);
    }
  }

  /**
   * Takes over what a build that ended without a word has left, if there is any.
   *
   * @param kept folder in it to be kept, less what was not written to its end; all else is deleted
   */
  static Optional<StagingDirectory> adopt(Path parent, String prefix, String kept)
      throws IOException {
    for (Path candidate : candidates(parent, prefix)) {
      FileChannel channel;
      try {
        channel = FileChannel.open(candidate.resolve(LOCK), StandardOpenOption.WRITE);
      } catch (NoSuchFileException publishedMeanwhile) {
        continue;
      }
      if (channel.tryLock() == null) {
        channel.close();
        continue;
      }
      OWN.add(candidate);
      StagingDirectory adopted = new StagingDirectory(candidate, channel);
      adopted.deleteAllBut(kept);
      return Optional.of(adopted);
    }
    return Optional.empty();
  }

  /** Without a lock file it is just being made or just being published. */
  private static List<Path> candidates(Path parent, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(path -> path.getFileName().toString().startsWith(prefix))
          .filter(path -> !OWN.contains(path) && Files.exists(path.resolve(LOCK)))
          .sorted()
          .toList();
    }
  }

  private void deleteAllBut(String kept) throws IOException {
    for (Path file : files()) {
      boolean whole =
          file.startsWith(path.resolve(kept)) && !file.getFileName().toString().startsWith(".");
      if (!whole && !file.equals(path.resolve(LOCK))) {
        Files.delete(file);
      }
    }
  }

  private static void deleteIfUnlocked(Path directory) throws IOException {
    try (FileChannel lock = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE)) {
      if (lock.tryLock() != null) {
        FolderTree.delete(directory);
      }
    } catch (NoSuchFileException | AccessDeniedException notOurs) {
      // Its build has ended meanwhile, or is another user's, where many share a folder.
    }
  }

  Path path() {
    return path;
  }

  /** Deletes every file that no dataset of this manifest has. */
  void sweep(DatasetManifest manifest) throws IOException {
    Set<Path> shards = new HashSet<>();
    manifest
        .splits()
        .values()
        .forEach(split -> split.shards().forEach(shard -> shards.add(path.resolve(shard.file()))));
    for (Path file : files()) {
      if (!shards.contains(file)
          && !file.equals(path.resolve(LOCK))
          && !DatasetFiles.isCompanion(path.relativize(file))) {
        Files.delete(file);
      }
    }
    deleteEmptyFolders();
  }

  private void deleteEmptyFolders() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path folder : deepestFirst) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          continue;
        }
      }
      Files.delete(folder);
    }
  }

  /** Makes everything durable before its name says that it is whole. */
  void sync() throws IOException {
    for (Path file : files()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  /** All files, the lock among them. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Renames the directory, which ends the ownership. */
  void moveTo(Path target) throws IOException {
    Files.delete(path.resolve(LOCK));
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    release();
  }

  void delete() throws IOException {
    FolderTree.delete(path);
    release();
  }

  private void release() throws IOException {
    OWN.remove(path);
    lock.close();
  }
}
