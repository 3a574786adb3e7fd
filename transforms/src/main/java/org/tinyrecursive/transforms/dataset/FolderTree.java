package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public final class FolderTree {
  private static final int ATTEMPTS = 250;
  private static final long BETWEEN_ATTEMPTS_NANOS = 20_000_000L;

  private FolderTree() {}

  /**
   * Deletes a folder and everything in it; links are deleted, not followed. Nothing happens where
   * it is not there. Where others are still writing into it, as after a step that failed, what they
   * add meanwhile goes too.
   *
   * @throws IOException if something may not be deleted, or is written anew for five seconds
   */
  public static void delete(Path root) throws IOException {
    for (int attempt = 1; !isGone(root); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IOException(root + " cannot be deleted: something keeps writing into it");
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
    }
  }

  /** Deletes what is there now; whether nothing was added meanwhile. */
  private static boolean isGone(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
      return true;
    } catch (DirectoryNotEmptyException added) {
      return false;
    } catch (NoSuchFileException gone) {
      return true;
    } catch (UncheckedIOException changed) {
      if (changed.getCause() instanceof NoSuchFileException) {
        return !Files.exists(root);
      }
      throw changed.getCause();
    }
  }
}
