package org.tinyrecursive.workflows.recipe;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Setting;

/** All settings of a recipe by full key, in the order of the records. */
final class SettingSchema {
  /** The settings of {@link Recipe}. */
  static final SettingSchema RECIPE = new SettingSchema(Recipe.class);

  private final Map<String, SettingKey> keys = new LinkedHashMap<>();
  private final Map<String, Setting> sections = new LinkedHashMap<>();

  private SettingSchema(Class<? extends Record> type) {
    collect("", type);
  }

  private void collect(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null) {
        throw new IllegalStateException(
            type.getName() + "." + component.getName() + ": @Setting is missing");
      }
      String key = prefix + setting.key();
      if (component.getType().isRecord()) {
        sections.put(key, setting);
        collect(key + ".", component.getType());
      } else {
        keys.put(key, new SettingKey(key, setting, component.getType()));
      }
    }
  }

  Collection<SettingKey> all() {
    return keys.values();
  }

  Optional<SettingKey> find(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  boolean isSection(String key) {
    return sections.containsKey(key);
  }

  /** What to write instead of an unknown key: the known key with the fewest edits. */
  String suggestion(String unknown) {
    String last = lastWord(unknown);
    String nearest =
        keys.keySet().stream()
            .min(
                Comparator.comparingInt(
                        (String known) ->
                            Math.min(edits(unknown, known), edits(last, lastWord(known))))
                    .thenComparingInt(known -> edits(unknown, known)))
            .orElseThrow();
    boolean near =
        Math.min(edits(unknown, nearest), edits(last, lastWord(nearest)))
            <= Math.max(2, last.length() / 2);
    return near ? "did you mean %s?".formatted(nearest) : "trm config explain lists all keys";
  }

  private static String lastWord(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** Levenshtein distance. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
