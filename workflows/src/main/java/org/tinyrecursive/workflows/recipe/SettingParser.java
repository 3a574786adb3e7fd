package org.tinyrecursive.workflows.recipe;

import java.util.Locale;
import org.tinyrecursive.transforms.InputRefusedException;

/** Turns what was written into the type of the setting. */
final class SettingParser {
  private SettingParser() {}

  /**
   * The value of an assignment.
   *
   * @throws InputRefusedException naming where, the key, the value and what is allowed
   */
  static Object parse(SettingKey key, Assignment given) {
    if (key.type() == String.class) {
      return given.value();
    }
    if (given.style() == Assignment.Style.QUOTED) {
      throw refused(key, given, " (quoted, and so text)");
    }
    try {
      return convert(key, given);
    } catch (IllegalArgumentException wrongType) {
      throw refused(key, given, "");
    }
  }

  private static Object convert(SettingKey key, Assignment given) {
    String text = given.value();
    if (key.type() == int.class) {
      return Integer.valueOf(text);
    }
    if (key.type() == long.class) {
      return Long.valueOf(text);
    }
    if (key.type() == double.class) {
      return finite(text);
    }
    if (key.type() == boolean.class) {
      return truth(text);
    }
    return constant(key.type(), text);
  }

  private static Double finite(String text) {
    // Double.valueOf would also take "1d", "0x1p3" and "NaN".
    if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      throw new NumberFormatException(text);
    }
    Double value = Double.valueOf(text);
    if (value.isInfinite()) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Object constant(Class<?> type, String text) {
    // trm-hier6 and trm_hier6 are the same: commands are written with hyphens, keys without.
    String name = text.toLowerCase(Locale.ROOT).replace('-', '_');
    for (Object constant : type.getEnumConstants()) {
      if (SettingKey.written(constant).equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static InputRefusedException refused(SettingKey key, Assignment given, String how) {
    return new InputRefusedException(
        "%s: %s is '%s'%s, allowed: %s"
            .formatted(given.origin(), key.key(), given.value(), how, key.allowed()));
  }
}
