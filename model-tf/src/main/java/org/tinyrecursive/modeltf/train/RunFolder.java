package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;

/** The folder of one run and what lies in it. */
public record RunFolder(Path root) {
  /** Folder of the checkpoints. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** The file of losses and scores. */
  public Path metrics() {
    return root.resolve("metrics.jsonl");
  }

  Path tensorBoard() {
    return root.resolve("tensorboard");
  }

  Path modelCard() {
    return root.resolve("model-card.md");
  }

  /**
   * Refuses a folder that holds something else, or a run that is not to be resumed. Creates
   * nothing.
   */
  public void check(ResumeMode mode) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      throw new InputRefusedException(
          "output directory %s is a file; give another".formatted(root));
    }
    List<Path> entries;
    try (Stream<Path> paths = Files.list(root)) {
      entries = paths.toList();
    }
    boolean isRun = Files.isDirectory(checkpoints()) || Files.isRegularFile(metrics());
    if (entries.isEmpty() || (isRun && mode == ResumeMode.RESUME)) {
      return;
    }
    throw new InputRefusedException(
        isRun
            ? "output directory %s holds a run; add --resume to go on with it, or give another"
                .formatted(root)
            : "output directory %s is not empty and holds no run (it has %s); give another"
                .formatted(root, entries.get(0).getFileName()));
  }
}
