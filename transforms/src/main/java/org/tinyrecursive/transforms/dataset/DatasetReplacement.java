package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Puts a new dataset where there may be one already. The same dataset is mended file by file, each
 * by a rename; another one is moved aside, and is back in its place at the next build if the
 * process was killed between the two renames that this takes.
 */
final class DatasetReplacement {
  private static final String ASIDE = ".replaced";

  private final Path place;
  private final Optional<byte[]> before;

  private DatasetReplacement(Path place, Optional<byte[]> before) {
    this.place = place;
    this.before = before;
  }

  /** Remembers which dataset is there now. */
  static DatasetReplacement of(Path place) throws IOException {
    return new DatasetReplacement(place, manifest(place));
  }

  /** Ends what a killed process began. */
  static void recover(Path place) throws IOException {
    Path aside = aside(place);
    if (!Files.isDirectory(aside)) {
      return;
    }
    if (Files.exists(place)) {
      FolderTree.delete(aside);
    } else if (manifest(aside).isPresent()) {
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Puts the staged dataset in its place. */
  void publish(FolderCommit folder) throws IOException {
    Optional<byte[]> now = manifest(place);
    if (!same(before, now)) {
      throw new InputRefusedException(
          "another build has put a dataset at %s meanwhile; this one was not put there: look at it, then build again"
              .formatted(place));
    }
    if (now.isEmpty()) {
      folder.publish();
    } else if (same(now, manifest(folder.staging()))) {
      folder.directory().sync();
      mend(folder.directory());
    } else {
      Path aside = aside(place);
      FolderTree.delete(aside);
      folder.directory().sync();
      Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
      folder.publish();
      FolderTree.delete(aside);
    }
  }

  /** Every file of the new dataset is one of the old: those that are not as they should be. */
  private void mend(StagingDirectory staging) throws IOException {
    for (Path file : staging.files()) {
      String relative = staging.path().relativize(file).toString();
      Path old = place.resolve(relative);
      if (!relative.startsWith(".")
          && !(Files.isRegularFile(old) && Files.mismatch(file, old) < 0)) {
        Files.createDirectories(old.getParent());
        Files.move(file, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }

  private static Optional<byte[]> manifest(Path directory) throws IOException {
    Path file = directory.resolve(DatasetManifest.FILE_NAME);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static Path aside(Path place) {
    return place.resolveSibling(place.getFileName() + ASIDE);
  }
}
