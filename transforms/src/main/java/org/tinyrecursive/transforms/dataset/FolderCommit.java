package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Fills a folder beside its final place and puts it there in one step, whole or not at all.
 *
 * <p>Files go into {@link #staging}, a folder of its own beside the target; {@link #publish} syncs
 * and renames it. Until then {@link #close} takes everything away again. What a killed process left
 * is swept by the next one with the same target; that of a running one is not, a lock tells. For
 * local file systems and one thread.
 */
public final class FolderCommit implements AutoCloseable {
  private static final String STAGING = ".building-";

  private final Path target;
  private final StagingDirectory staging;
  private final List<Path> createdParents;
  private boolean published;

  private FolderCommit(Path target, StagingDirectory staging, List<Path> createdParents) {
    this.target = target;
    this.staging = staging;
    this.createdParents = createdParents;
  }

  /**
   * Prepares a folder.
   *
   * @param target its final place; absent or empty
   * @throws InputRefusedException if it is a file or holds anything
   */
  public static FolderCommit begin(Path target) throws IOException {
    Path place = place(target);
    refuseOccupied(place);
    List<Path> created = createMissing(place.getParent());
    StagingDirectory.sweepAbandoned(place.getParent(), place.getFileName() + STAGING);
    return new FolderCommit(
        place, StagingDirectory.create(place.getParent(), place.getFileName() + STAGING), created);
  }

  /**
   * Prepares a folder, going on with what a killed attempt left of it.
   *
   * @param target its final place; absent or empty
   * @param kept folder in it whose whole files are worth keeping
   * @throws InputRefusedException if it is a file or holds anything
   */
  public static FolderCommit beginOrResume(Path target, String kept) throws IOException {
    Path place = place(target);
    refuseOccupied(place);
    return resume(place, kept);
  }

  /**
   * Prepares a folder that may replace what is there, going on with what a killed attempt left.
   *
   * @param kept folder whose whole files are worth keeping
   */
  static FolderCommit resume(Path place, String kept) throws IOException {
    List<Path> created = createMissing(place.getParent());
    String prefix = place.getFileName() + STAGING;
    Optional<StagingDirectory> left = StagingDirectory.adopt(place.getParent(), prefix, kept);
    StagingDirectory.sweepAbandoned(place.getParent(), prefix);
    StagingDirectory staging =
        left.isPresent() ? left.get() : StagingDirectory.create(place.getParent(), prefix);
    return new FolderCommit(place, staging, created);
  }

  /** The folder's real place. */
  static Path place(Path target) throws IOException {
    Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    if (place.getParent() == null) {
      throw new InputRefusedException(target + " cannot be filled; choose a directory in it");
    }
    return place;
  }

  /** Where the files are to be written. */
  public Path staging() {
    return staging.path();
  }

  Path target() {
    return target;
  }

  StagingDirectory directory() {
    return staging;
  }

  /**
   * Puts the folder in its place.
   *
   * @throws InputRefusedException if something else was put there meanwhile
   */
  public void publish() throws IOException {
    staging.sync();
    try {
      staging.moveTo(target);
    } catch (FileSystemException e) {
      refuseOccupied(target);
      throw e;
    }
    published = true;
  }

  /** Takes away what was written, unless it was published. */
  @Override
  public void close() throws IOException {
    if (published) {
      return;
    }
    staging.delete();
    for (int i = createdParents.size() - 1; i >= 0; i--) {
      if (!isEmpty(createdParents.get(i))) {
        return;
      }
      Files.delete(createdParents.get(i));
    }
  }

  /**
   * Refuses a folder that cannot be filled; creates nothing.
   *
   * @throws InputRefusedException if it is a file, holds anything or lies below a file
   */
  public static void refuseOccupied(Path place) throws IOException {
    refuseBelowFile(place);
    if (!Files.exists(place)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw new InputRefusedException(
          place + " is a file, expected a directory that is absent or empty; choose another");
    }
    if (!isEmpty(place)) {
      throw new InputRefusedException(
          "%s exists and is not empty%s; remove it or choose another"
              .formatted(
                  place,
                  Files.exists(place.resolve(DatasetManifest.FILE_NAME))
                      ? " (it holds a dataset)"
                      : ""));
    }
  }

  /**
   * Refuses a path that goes through a file; creates nothing.
   *
   * @throws InputRefusedException naming that file
   */
  public static void refuseBelowFile(Path place) {
    Path above = place.toAbsolutePath().normalize().getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above != null && !Files.isDirectory(above)) {
      throw new InputRefusedException(
          "%s cannot be made: %s is a file; choose another".formatted(place, above));
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    } catch (NoSuchFileException e) {
      return false; // another build took it away: nothing to delete
    }
  }

  /** Creates a directory with its parents; returns those that were not there, outermost first. */
  private static List<Path> createMissing(Path directory) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path path = directory; path != null && !Files.exists(path); path = path.getParent()) {
      missing.add(0, path);
    }
    Files.createDirectories(directory);
    return missing;
  }
}
