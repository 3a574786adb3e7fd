package org.tinyrecursive.transforms.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the values of a recipe to the types that JSON gives back, so that copies are equal. */
final class RecipeValues {
  private RecipeValues() {}

  static Map<String, Object> copyOf(Map<String, Object> recipe) {
    Map<String, Object> copy = new LinkedHashMap<>();
    recipe.forEach((key, value) -> copy.put(key, normal(key, value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object normal(String key, Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> normal(key, element)).toList();
    }
    if (value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof String) {
      return value;
    }
    throw new IllegalArgumentException(
        "recipe.%s is %s, allowed: text, numbers, booleans and lists of these"
            .formatted(key, value == null ? "null" : value.getClass().getName()));
  }
}
