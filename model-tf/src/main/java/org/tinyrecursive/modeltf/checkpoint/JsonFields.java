package org.tinyrecursive.modeltf.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The fields of a JSON object in a file. One that is missing, of another type or out of its range
 * is refused by its name.
 *
 * @param file for messages
 * @param path of the object in the file, such as {@code dataset.}; empty for the whole
 * @param node the object
 */
record JsonFields(Path file, String path, JsonNode node) {
  JsonFields {
    if (!node.isObject()) {
      String what = path.isEmpty() ? "it" : path.substring(0, path.length() - 1);
      throw new InputRefusedException(
          "%s is no checkpoint state: %s is %s, expected a JSON object; %s"
              .formatted(file, what, shown(node), Safetensors.REMEDY));
    }
  }

  boolean has(String field) {
    return node.has(field);
  }

  JsonFields object(String field) {
    return new JsonFields(file, path + field + ".", value(field));
  }

  JsonNode value(String field) {
    JsonNode value = node.get(field);
    if (value == null) {
      throw new InputRefusedException(
          "%s has no field %s%s; %s".formatted(file, path, field, Safetensors.REMEDY));
    }
    return value;
  }

  String text(String field) {
    JsonNode value = value(field);
    if (!value.isTextual()) {
      throw refused(field, "a text");
    }
    return value.textValue();
  }

  double number(String field) {
    JsonNode value = value(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw refused(field, "a number");
    }
    return value.doubleValue();
  }

  /** A number that is 0 or above. */
  double amount(String field) {
    double value = number(field);
    if (value < 0) {
      throw refused(field, "0 and above");
    }
    return value;
  }

  long count(String field) {
    return whole(field, 0, Long.MAX_VALUE);
  }

  int integer(String field, int minimum) {
    return Math.toIntExact(whole(field, minimum, Integer.MAX_VALUE));
  }

  private long whole(String field, long minimum, long maximum) {
    JsonNode value = value(field);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < minimum
        || value.longValue() > maximum) {
      throw refused(field, "a whole number from %d to %d".formatted(minimum, maximum));
    }
    return value.longValue();
  }

  InputRefusedException refused(String field, String allowed) {
    return new InputRefusedException(
        "%s: %s%s is %s, allowed: %s; %s"
            .formatted(file, path, field, shown(value(field)), allowed, Safetensors.REMEDY));
  }

  private static String shown(JsonNode value) {
    if (value.isObject()) {
      return "an object";
    }
    return value.isArray() ? "a list" : value.isMissingNode() ? "nothing" : value.toString();
  }
}
