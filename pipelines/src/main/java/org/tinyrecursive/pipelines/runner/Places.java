package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.tinyrecursive.pipelines.runner.Engine.Reach;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;

/** The places that a pipeline works in, and whether the workers see what this process sees. */
final class Places {
  private final Reach reach;
  private final Map<String, Path> localFolders = new LinkedHashMap<>();

  Places(Reach reach) {
    this.reach = reach;
  }

  void requireReachable(String option, String place) {
    if (reach == Reach.ADDRESSES && FileSpec.isLocal(place)) {
      throw new InputRefusedException(
          ("%s is %s, a local path, which the workers of --runner dataflow cannot see;"
                  + " use an address such as gs://bucket/folder, or another runner")
              .formatted(option, place));
    }
  }

  void writesInto(String option, String folder) {
    requireReachable(option, folder);
    if (FileSpec.isLocal(folder)) {
      localFolders.put(option, Path.of(folder));
    }
  }

  /**
   * After a run that went well: where it was to write there are files.
   *
   * @throws InputRefusedException if workers on other machines wrote to their own disks
   */
  void requireResults() {
    if (reach != Reach.SHARED_FILES) {
      return;
    }
    localFolders.forEach(
        (option, folder) -> {
          if (isEmpty(folder)) {
            throw new InputRefusedException(
                ("%s: the job is done, but its files are not in %s: the TaskManagers wrote to"
                        + " their own disks; choose a folder on a file system that this machine"
                        + " and all TaskManagers mount under the same name")
                    .formatted(option, folder));
          }
        });
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.getFileName().toString().startsWith("."));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
