package org.tinyrecursive.rna;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the golden numbers and the real data are, for tests that skip where there are none. */
public final class Golden {
  private Golden() {}

  /** TRM_GOLDEN_DIR, or ../shared/golden as seen from the project's root. */
  public static Path directory() {
    return find(System.getenv().getOrDefault("TRM_GOLDEN_DIR", "../shared/golden"));
  }

  /** Real chains beside the golden numbers. */
  public static Path data() {
    return directory().resolveSibling("data").resolve("rna");
  }

  private static Path find(String named) {
    // Tests start in a module's folder, relative names are meant from the root above it.
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      if (Files.isDirectory(base.resolve(named))) {
        return base.resolve(named).normalize();
      }
    }
    return Path.of(named);
  }
}
