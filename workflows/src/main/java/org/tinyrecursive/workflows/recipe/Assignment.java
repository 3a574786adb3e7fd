package org.tinyrecursive.workflows.recipe;

import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * One value given to one setting.
 *
 * @param key full key, such as {@code train.lr}
 * @param value as written
 * @param style whether the value was quoted, and so is text
 * @param origin where it was written
 */
public record Assignment(String key, String value, Style style, Origin origin) {
  /** How a value was written. */
  public enum Style {
    /** Bare: a number, true or false, a name, or text. */
    PLAIN,
    /** In quotes: text only. */
    QUOTED
  }

  /** The assignment that an option of the command line makes, such as {@code --seed 7}. */
  public static Assignment option(String key, Object value, String option) {
    return new Assignment(key, String.valueOf(value), Style.PLAIN, Origin.option(option));
  }

  /**
   * Reads {@code --set} texts such as {@code train.epochs=10}.
   *
   * @throws InputRefusedException if one is not {@code key=value}
   */
  public static List<Assignment> parseSets(List<String> sets) {
    return sets.stream().map(Assignment::parseSet).toList();
  }

  private static Assignment parseSet(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      throw new InputRefusedException(
          "--set %s: expected key=value, such as --set train.epochs=10".formatted(text));
    }
    return new Assignment(
        text.substring(0, equals).strip(),
        text.substring(equals + 1).strip(),
        Style.PLAIN,
        new Origin("--set " + text));
  }
}
