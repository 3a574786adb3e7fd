package org.tinyrecursive.transforms.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.transforms.InputRefusedException;

/** The fields of one JSON object, read with errors that name file, field and what was found. */
final class JsonFields {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode node;
  private final String where;

  private JsonFields(JsonNode node, String where) {
    this.node = node;
    this.where = where;
    if (!node.isObject()) {
      throw new InputRefusedException(where + " is not a JSON object");
    }
  }

  static JsonFields parse(byte[] json, String where) {
    try {
      return new JsonFields(MAPPER.readTree(json), where);
    } catch (JsonProcessingException e) {
      throw new InputRefusedException(
          "%s is not JSON: line %d: %s"
              .formatted(
                  where,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can always be read", e);
    }
  }

  String where() {
    return where;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether there is a field with this text. */
  boolean has(String field, String text) {
    return node.path(field).isTextual() && node.path(field).textValue().equals(text);
  }

  boolean isNull(String field) {
    return find(field).isNull();
  }

  String text(String field) {
    JsonNode value = find(field);
    if (!value.isTextual()) {
      throw refused(field, value, "a text");
    }
    return value.textValue();
  }

  int int32(String field) {
    return (int) integer(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  long count(String field) {
    return integer(field, 0, Long.MAX_VALUE);
  }

  long integer(String field, long low, long high) {
    JsonNode value = find(field);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < low
        || value.longValue() > high) {
      throw refused(field, value, "a whole number from %d to %d".formatted(low, high));
    }
    return value.longValue();
  }

  double number(String field) {
    JsonNode value = find(field);
    if (!value.isNumber()) {
      throw refused(field, value, "a number");
    }
    return value.doubleValue();
  }

  JsonFields object(String field) {
    return new JsonFields(find(field), where + ": " + field);
  }

  List<JsonFields> objects(String field) {
    JsonNode array = find(field);
    if (!array.isArray()) {
      throw refused(field, array, "a list");
    }
    List<JsonFields> all = new ArrayList<>();
    for (JsonNode element : array) {
      all.add(new JsonFields(element, "%s: %s[%d]".formatted(where, field, all.size())));
    }
    return all;
  }

  Map<String, Object> values() {
    return MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  private JsonNode find(String field) {
    JsonNode value = node.get(field);
    if (value == null) {
      throw new InputRefusedException("%s: the field \"%s\" is missing".formatted(where, field));
    }
    return value;
  }

  private InputRefusedException refused(String field, JsonNode value, String allowed) {
    return new InputRefusedException(
        "%s: %s is %s, allowed: %s".formatted(where, field, value, allowed));
  }
}
