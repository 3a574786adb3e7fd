package org.tinyrecursive.transforms.arc;

import java.util.Optional;

/**
 * The published name of a puzzle: a task's id where it is as found, or {@code
 * <id>|||t<transform>|||<ten digits>} where it is augmented.
 *
 * @param task the task's id
 * @param augmentation empty for the original
 */
public record PuzzleName(String task, Optional<Augmentation> augmentation) {
  private static final String SEPARATOR = "|||";

  public PuzzleName {
    checkTaskId(task);
  }

  /** The name of a task as it was found. */
  public static PuzzleName original(String task) {
    return new PuzzleName(task, Optional.empty());
  }

  /** The name of an augmented task. */
  public static PuzzleName augmented(String task, Augmentation augmentation) {
    return new PuzzleName(task, Optional.of(augmentation));
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if it is neither an id nor id, transform and colours
   */
  public static PuzzleName parse(String name) {
    int first = name.indexOf(SEPARATOR);
    if (first < 0) {
      return original(name);
    }
    int second = name.indexOf(SEPARATOR, first + SEPARATOR.length());
    String transform = second < 0 ? "" : name.substring(first + SEPARATOR.length(), second);
    if (!transform.matches("t[0-7]")) {
      throw new IllegalArgumentException(
          "puzzle name is \"%s\", expected <id>|||t<0 to 7>|||<ten digits>".formatted(name));
    }
    return augmented(
        name.substring(0, first),
        new Augmentation(
            Dihedral.of(transform.charAt(1) - '0'),
            ColourPermutation.parse(name.substring(second + SEPARATOR.length()))));
  }

  /** What has to be done to the original to get this puzzle. */
  public Augmentation fromOriginal() {
    return augmentation.orElse(Augmentation.IDENTITY);
  }

  /** The name, which {@link #parse} reads. */
  @Override
  public String toString() {
    return augmentation
        .map(by -> task + SEPARATOR + "t" + by.transform().number() + SEPARATOR + by.colours())
        .orElse(task);
  }

  /**
   * Checks that an id can be told from a name.
   *
   * @throws IllegalArgumentException if it is empty or holds the separator
   */
  static void checkTaskId(String id) {
    if (id.isEmpty() || id.contains(SEPARATOR)) {
      throw new IllegalArgumentException(
          "task id is \"%s\", allowed: any text without %s, not empty".formatted(id, SEPARATOR));
    }
  }
}
