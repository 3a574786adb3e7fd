package org.tinyrecursive.transforms.arc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The published tasks and the numbers computed from them, which lie beside the project. */
public final class SharedFiles {
  private static final String DATA = "data/arc";

  private SharedFiles() {}

  /** A file of the golden numbers; the test is skipped where it is absent. */
  public static Path golden(String file) {
    Path path = root().resolve(file);
    assumeTrue(Files.exists(path), () -> path + " is absent: golden numbers are not checked");
    return path;
  }

  /** All tasks of a published subset, in the order of their ids. */
  public static List<ArcTask> tasks(String subset) throws IOException {
    Path folder = root().resolveSibling(DATA);
    Path challenges = folder.resolve("arc-agi_%s_challenges.json".formatted(subset));
    Path solutions = folder.resolve("arc-agi_%s_solutions.json".formatted(subset));
    assumeTrue(Files.exists(challenges), () -> challenges + " is absent: not checked");
    List<ArcTask> tasks = new ArrayList<>();
    try (InputStream answers = Files.newInputStream(solutions);
        InputStream questions = Files.newInputStream(challenges)) {
      new ArcTaskReader(
              tasks::add,
              reject -> {
                throw new AssertionError(reject);
              })
          .readChallenges(
              challenges.getFileName().toString(),
              questions,
              Optional.of(ArcSolutions.read(solutions.getFileName().toString(), answers)));
    }
    tasks.sort(Comparator.comparing(ArcTask::id));
    return tasks;
  }

  /** TRM_GOLDEN_DIR, or ../shared/golden as seen from the project's root. */
  private static Path root() {
    String named = System.getenv().getOrDefault("TRM_GOLDEN_DIR", "../shared/golden");
    // Tests start in a module's folder, relative names are meant from the root above it.
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      if (Files.isDirectory(base.resolve(named))) {
        return base.resolve(named).normalize();
      }
    }
    return Path.of(named);
  }
}
