package org.tinyrecursive.workflows.adapt;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FolderCommit;

/**
 * The folder of one adaptation. Every stage puts its result there whole; {@code adapt.json}, which
 * is written first, says what it is for, and {@code trained.json} that training is over.
 */
record AdaptFolder(Path root) {
  private static final String PURPOSE = "adapt.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What to do with an earlier attempt. */
  enum Earlier {
    REFUSE,
    GO_ON
  }

  /**
   * Opens the folder.
   *
   * @param purpose all that decides what is made in it
   * @throws InputRefusedException if it holds anything else, or an attempt at something else
   */
  static AdaptFolder open(Path root, SortedMap<String, String> purpose, Earlier earlier)
      throws IOException {
    Path file = root.resolve(PURPOSE);
    if (Files.isRegularFile(file)) {
      if (earlier == Earlier.REFUSE) {
        throw new InputRefusedException(
            "output directory %s holds an adaptation; add --resume to go on with it, or give another"
                .formatted(root));
      }
      requireSame(root, read(file), purpose);
      return new AdaptFolder(root);
    }
    if (Files.isDirectory(root) && !isEmpty(root)) {
      throw new InputRefusedException(
          "output directory %s is not empty and holds no adaptation; give another".formatted(root));
    }
    FolderCommit.refuseOccupied(root);
    Files.createDirectories(root);
    write(file, purpose);
    return new AdaptFolder(root);
  }

  private static void requireSame(
      Path root, Map<String, String> before, SortedMap<String, String> purpose) {
    purpose.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            throw new InputRefusedException(
                "%s is %s, %s was begun with %s; resume with that, or give another --output-dir"
                    .formatted(key, value, root, before.get(key)));
          }
        });
  }

  private static boolean isEmpty(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    }
  }

  /** The tasks, as one subset. */
  Path tasks() {
    return root.resolve("tasks");
  }

  Path dataset() {
    return root.resolve("dataset");
  }

  /** The training run, whose first checkpoint is the model with new rows. */
  Path run() {
    return root.resolve("run");
  }

  Path checkpoints() {
    return run().resolve("checkpoints");
  }

  Path predictions() {
    return root.resolve("predictions");
  }

  /** Votes and scores. */
  Path votes() {
    return root.resolve("votes");
  }

  Path submission() {
    return root.resolve("submission.json");
  }

  /** Whether training is over. */
  boolean isTrained() {
    return Files.isRegularFile(trained());
  }

  /** Notes that training is over: going on does not train further. */
  void trained(SortedMap<String, String> how) throws IOException {
    write(trained(), how);
  }

  private Path trained() {
    return root.resolve("trained.json");
  }

  /** Puts a file in its place at once. */
  static void copy(Path from, Path to) throws IOException {
    Path fresh = fresh(to);
    Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path file, SortedMap<String, String> values) throws IOException {
    Path fresh = fresh(file);
    Files.write(fresh, JSON.writeValueAsBytes(new TreeMap<>(values)));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path fresh(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".new");
  }

  private static Map<String, String> read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
    } catch (com.fasterxml.jackson.core.JacksonException broken) {
      throw new InputRefusedException(
          "%s is not what trm adapt wrote: %s; give another --output-dir"
              .formatted(file, broken.getOriginalMessage()),
          broken);
    }
  }
}
