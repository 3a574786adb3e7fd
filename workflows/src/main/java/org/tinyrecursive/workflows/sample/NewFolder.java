package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.tinyrecursive.transforms.InputRefusedException;

/** Writes a folder of files whole or not at all: beside its place first, then renamed. */
final class NewFolder {
  private NewFolder() {}

  /**
   * Refuses a place that is taken, before the work that would fill it.
   *
   * @throws InputRefusedException if there is a file, or a folder that is not empty
   */
  static void requireFree(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputRefusedException(
          folder + " is a file, expected a folder that is empty or does not exist");
    }
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        if (entries.iterator().hasNext()) {
          throw new InputRefusedException(
              folder + " is not empty; choose another --output-dir or remove what is in it");
        }
      }
    }
  }

  /**
   * Writes the files and renames their folder to its place. Leaves nothing behind where it fails.
   *
   * @param files lines by file name; each line is written with a line feed, UTF-8
   */
  static void write(Path folder, Map<String, ? extends Iterable<String>> files) throws IOException {
    requireFree(folder);
    Path place = folder.toAbsolutePath().normalize();
    Files.createDirectories(place.getParent());
    // Not createTempDirectory: what it makes can be read by its owner alone.
    String suffix = ".building-" + ProcessHandle.current().pid();
    Path building = Files.createDirectory(place.resolveSibling(place.getFileName() + suffix));
    try {
      for (Map.Entry<String, ? extends Iterable<String>> file : files.entrySet()) {
        Files.write(building.resolve(file.getKey()), file.getValue());
      }
      // An empty folder at this place is replaced by the same rename.
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failure) {
      remove(building, failure);
      throw failure;
    }
  }

  private static void remove(Path building, Exception failure) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(building)) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
      Files.delete(building);
    } catch (IOException unremovable) {
      failure.addSuppressed(unremovable);
    }
  }
}
