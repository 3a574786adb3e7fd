package org.tinyrecursive.workflows.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tinyrecursive.modeltf.config.Setting;

/**
 * One setting that a recipe can give, as its record component declares it.
 *
 * @param key full key, such as {@code train.lr}
 * @param setting key, help and default
 * @param type int, long, double, boolean, String or an enum
 */
record SettingKey(String key, Setting setting, Class<?> type) {
  /** What may be written, for messages: {@code a whole number}, {@code one of rope, none}. */
  String allowed() {
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number, such as 0.1 or 1e-4";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(SettingKey::written)
              .collect(Collectors.joining(", "));
    }
    return "text";
  }

  /** A value as it is written in YAML. */
  static String written(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Double number) {
      return plain(number);
    }
    return String.valueOf(value);
  }

  private static String plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number).replace('E', 'e');
  }
}
