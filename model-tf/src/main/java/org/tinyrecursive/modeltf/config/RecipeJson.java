package org.tinyrecursive.modeltf.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A recipe as JSON, by the keys of its {@link Setting}s: how checkpoints carry it. A key that is
 * absent takes the setting's default, so that checkpoints of earlier releases stay readable.
 */
public final class RecipeJson {
  private RecipeJson() {}

  /** The recipe with every setting spelled out. */
  public static ObjectNode format(Recipe recipe) {
    return formatRecord(recipe);
  }

  /**
   * The recipe that {@link #format} wrote.
   *
   * @param where the file, for messages
   * @throws InputRefusedException if a key is unknown or a value impossible
   */
  public static Recipe parse(JsonNode json, String where) {
    return parseRecord(Recipe.class, json, where, "");
  }

  /** Every setting by its dotted key ({@code train.lr}) and its value as text, in their order. */
  public static List<Map.Entry<String, String>> settings(Recipe recipe) {
    List<Map.Entry<String, String>> settings = new ArrayList<>();
    collect("", format(recipe), settings);
    return List.copyOf(settings);
  }

  private static void collect(String prefix, JsonNode node, List<Map.Entry<String, String>> into) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isObject()) {
        collect(prefix + field.getKey() + ".", field.getValue(), into);
      } else {
        into.add(Map.entry(prefix + field.getKey(), field.getValue().asText()));
      }
    }
  }

  private static ObjectNode formatRecord(Record settings) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      json.set(key(component), formatValue(value(component, settings)));
    }
    return json;
  }

  private static JsonNode formatValue(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Record settings) {
      return formatRecord(settings);
    } else if (value instanceof Enum<?> constant) {
      return nodes.textNode(text(constant));
    } else if (value instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    } else if (value instanceof Integer number) {
      return nodes.numberNode(number);
    } else if (value instanceof Long number) {
      return nodes.numberNode(number);
    } else if (value instanceof Double number) {
      return nodes.numberNode(number);
    }
    return nodes.textNode((String) value);
  }

  private static <R extends Record> R parseRecord(
      Class<R> type, JsonNode json, String where, String prefix) {
    if (!json.isObject()) {
      throw new InputRefusedException(
          "%s: recipe %s is %s, expected an object"
              .formatted(where, prefix, json.isMissingNode() ? "missing" : json));
    }
    RecordComponent[] components = type.getRecordComponents();
    Set<String> unknown = new HashSet<>();
    json.fieldNames().forEachRemaining(unknown::add);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = key(components[i]);
      unknown.remove(key);
      values[i] = parseValue(components[i], json.path(key), where, prefix + key);
    }
    if (!unknown.isEmpty()) {
      throw new InputRefusedException(
          "%s: recipe has the unknown keys %s; it was written by another version, read it with that"
              .formatted(where, unknown.stream().sorted().map(prefix::concat).toList()));
    }
    return construct(type, components, values, where);
  }

  @SuppressWarnings("unchecked") // guarded by isRecord
  private static Object parseValue(
      RecordComponent component, JsonNode json, String where, String key) {
    Class<?> type = component.getType();
    Setting setting = component.getAnnotation(Setting.class);
    if (type.isRecord()) {
      // A section that an earlier release did not have takes its defaults.
      boolean absent = json.isMissingNode() && !setting.value().isEmpty();
      JsonNode section = absent ? JsonNodeFactory.instance.objectNode() : json;
      return parseRecord((Class<? extends Record>) type, section, where, key + ".");
    }
    boolean absent = json.isMissingNode();
    if (absent && setting.value().isEmpty() && type != String.class) {
      throw new InputRefusedException("%s: recipe has no %s".formatted(where, key));
    }
    if (!absent && !isOf(type, json)) {
      throw refused(type, json, where, key);
    }
    try {
      return parseText(type, absent ? setting.value() : json.asText());
    } catch (IllegalArgumentException e) {
      throw refused(type, json, where, key);
    }
  }

  private static InputRefusedException refused(
      Class<?> type, JsonNode json, String where, String key) {
    String value = json.isContainerNode() ? json.toString() : json.asText();
    return new InputRefusedException(
        "%s: recipe %s is '%s', expected %s".formatted(where, key, value, allowed(type)));
  }

  private static boolean isOf(Class<?> type, JsonNode json) {
    if (type == int.class || type == long.class) {
      return json.isIntegralNumber();
    } else if (type == double.class) {
      return json.isNumber() && Double.isFinite(json.doubleValue());
    }
    return type == boolean.class ? json.isBoolean() : json.isTextual();
  }

  private static Object parseText(Class<?> type, String text) {
    if (type == int.class) {
      return Integer.parseInt(text);
    } else if (type == long.class) {
      return Long.parseLong(text);
    } else if (type == double.class) {
      return Double.parseDouble(text);
    } else if (type == boolean.class) {
      return text.equals("true");
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> text((Enum<?>) constant).equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(text));
    }
    return text;
  }

  private static String allowed(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> text((Enum<?>) constant))
              .toList();
    } else if (type == double.class) {
      return "a finite number";
    } else if (type == boolean.class) {
      return "true or false";
    }
    return type == String.class ? "a text" : "a whole number that fits " + type;
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String key(RecordComponent component) {
    return component.getAnnotation(Setting.class).key();
  }

  private static Object value(RecordComponent component, Record settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static <R extends Record> R construct(
      Class<R> type, RecordComponent[] components, Object[] values, String where) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputRefusedException refused) {
        throw new InputRefusedException(where + ": recipe: " + refused.getMessage(), refused);
      }
      throw new IllegalStateException("cannot create " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type, e);
    }
  }
}
