package org.tinyrecursive.workflows.recipe;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.tinyrecursive.modeltf.config.Setting;
import org.tinyrecursive.transforms.InputRefusedException;

/** Makes a record from values by full key; what was not given takes its default. */
final class RecordBuilder {
  private final Map<String, Object> values;
  private final Map<String, Assignment> given;

  private RecordBuilder(Map<String, Object> values, Map<String, Assignment> given) {
    this.values = values;
    this.given = given;
  }

  static <T extends Record> T build(
      Class<T> type, Map<String, Object> values, Map<String, Assignment> given) {
    return type.cast(new RecordBuilder(values, given).construct("", type));
  }

  private Object construct(String prefix, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Setting setting = components[i].getAnnotation(Setting.class);
      String key = prefix + setting.key();
      arguments[i] =
          components[i].getType().isRecord()
              ? construct(key + ".", components[i].getType())
              : values.containsKey(key) ? values.get(key) : defaultOf(key, setting);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      return canonical.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof InputRefusedException impossible) {
        throw located(impossible);
      }
      throw new IllegalStateException(type.getName() + " cannot be made", refused);
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(type.getName() + " cannot be made", unusable);
    }
  }

  private static Object defaultOf(String key, Setting setting) {
    if (setting.value().isEmpty()) {
      throw new InputRefusedException(
          "the recipe gives no %s (%s); add it".formatted(key, setting.help()));
    }
    SettingKey known = SettingSchema.RECIPE.find(key).orElseThrow();
    return SettingParser.parse(
        known, new Assignment(key, setting.value(), Assignment.Style.PLAIN, Origin.DEFAULT));
  }

  /** The records say which value is impossible; here it is known where that was written. */
  private InputRefusedException located(InputRefusedException impossible) {
    String message = impossible.getMessage();
    return given.keySet().stream()
        .filter(key -> message.startsWith(key + " "))
        .max(Comparator.comparingInt(String::length))
        .map(key -> new InputRefusedException(given.get(key).origin() + ": " + message, impossible))
        .orElse(impossible);
  }
}
