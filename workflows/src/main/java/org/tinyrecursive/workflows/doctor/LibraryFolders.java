package org.tinyrecursive.workflows.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where Linux and CUDA's own packages keep shared libraries. */
final class LibraryFolders {
  private LibraryFolders() {}

  /**
   * The folders in the order in which they are searched.
   *
   * @param libraryPath LD_LIBRARY_PATH, empty where it is not set
   */
  static List<Path> of(String libraryPath) {
    List<Path> folders = new ArrayList<>();
    for (String folder : libraryPath.split(":", -1)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    for (String folder :
        List.of(
            "/usr/local/cuda/lib64",
            "/usr/local/cuda-12/lib64",
            "/usr/local/cuda/extras/CUPTI/lib64",
            "/usr/local/nvidia/lib64",
            "/usr/lib/x86_64-linux-gnu",
            "/lib/x86_64-linux-gnu",
            "/usr/lib64",
            "/usr/local/lib",
            "/usr/lib",
            "/opt/cuda/lib64")) {
      folders.add(Path.of(folder));
    }
    return folders;
  }
}
