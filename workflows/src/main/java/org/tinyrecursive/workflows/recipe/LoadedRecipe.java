package org.tinyrecursive.workflows.recipe;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Setting;

/**
 * A recipe and where each of its values came from.
 *
 * @param recipe the checked settings
 * @param settings all of them, in the order of the records
 */
public record LoadedRecipe(Recipe recipe, List<SettingValue> settings) {
  public LoadedRecipe {
    settings = List.copyOf(settings);
  }

  /**
   * One setting as it is in force.
   *
   * @param key full key, such as {@code train.lr}
   * @param value as it is written in YAML
   * @param source {@code default}, file and line, or option
   * @param allowed what type of value it takes
   * @param help what it means
   */
  public record SettingValue(
      String key, String value, String source, String allowed, String help) {}

  /** The settings of a recipe that was read elsewhere, such as from a checkpoint. */
  public static List<SettingValue> describe(Recipe recipe, String source) {
    List<SettingValue> settings = new ArrayList<>();
    collect("", recipe, Map.of(), new Origin(source), settings);
    return settings;
  }

  static LoadedRecipe of(Recipe recipe, Map<String, Assignment> given) {
    List<SettingValue> settings = new ArrayList<>();
    collect("", recipe, given, Origin.DEFAULT, settings);
    return new LoadedRecipe(recipe, settings);
  }

  private static void collect(
      String prefix,
      Record holder,
      Map<String, Assignment> given,
      Origin otherwise,
      List<SettingValue> settings) {
    for (RecordComponent component : holder.getClass().getRecordComponents()) {
      String key = prefix + component.getAnnotation(Setting.class).key();
      Object value = valueOf(component, holder);
      if (value instanceof Record section) {
        collect(key + ".", section, given, otherwise, settings);
        continue;
      }
      SettingKey known = SettingSchema.RECIPE.find(key).orElseThrow();
      Origin origin = given.containsKey(key) ? given.get(key).origin() : otherwise;
      settings.add(
          new SettingValue(
              key,
              SettingKey.written(value),
              origin.text(),
              known.allowed(),
              known.setting().help()));
    }
  }

  private static Object valueOf(RecordComponent component, Record holder) {
    try {
      return component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(component + " cannot be read", unreadable);
    }
  }
}
