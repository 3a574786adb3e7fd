package org.tinyrecursive.pipelines.dataset;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;

/** Decides whether a dataset that is there may be kept, mended or brought up to date. */
final class SameRecipe {
  private SameRecipe() {}

  /**
   * Refuses a dataset of another task, seed or recipe: a user's data is not overwritten by mistake.
   *
   * @param place of the dataset, for the message
   * @param asked what is to be built
   */
  static void require(String place, DatasetManifest existing, DatasetManifest asked) {
    Map<String, Object> found = settings(existing);
    Map<String, Object> wanted = settings(asked);
    Set<String> names = new LinkedHashSet<>(wanted.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      if (!Objects.equals(found.get(name), wanted.get(name))) {
        throw new InputRefusedException(
            "%s holds a dataset of other settings: %s is %s there, and %s was asked for; choose another --output-dir, or replace the dataset with --force"
                .formatted(place, name, text(found.get(name)), text(wanted.get(name))));
      }
    }
  }

  /** All that must agree, by the name that the manifest has for it. */
  private static Map<String, Object> settings(DatasetManifest manifest) {
    TokenLayout tokens = manifest.tokens();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("task", manifest.task());
    settings.put("grid_rows", tokens.gridRows());
    settings.put("grid_columns", tokens.gridColumns());
    settings.put("vocab_size", tokens.vocabSize());
    settings.put("compression", manifest.compression().label());
    settings.put("seed", manifest.seed());
    manifest.recipe().forEach((name, value) -> settings.put("recipe." + name, value));
    return settings;
  }

  private static String text(Object value) {
    return value == null ? "not set" : value.toString();
  }
}
