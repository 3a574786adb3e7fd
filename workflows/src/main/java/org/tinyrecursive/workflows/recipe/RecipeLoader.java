package org.tinyrecursive.workflows.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Layers a recipe: defaults, then what it {@code extends}, then the file itself, then {@code
 * --set}, then options of the command line. The last value wins.
 */
public final class RecipeLoader {
  private RecipeLoader() {}

  /** Names that {@link #load} takes instead of a path. */
  public static List<String> builtInNames() {
    return RecipeSource.BUILT_IN;
  }

  /**
   * Loads a recipe.
   *
   * @param reference a built-in name, or a path to a YAML file
   * @param overrides {@code --set} and then options, see {@link Assignment}
   * @throws InputRefusedException for an unknown key, a wrong type or an impossible value; the
   *     message names file, line, key, value, what is allowed and the nearest known key
   */
  public static LoadedRecipe load(String reference, List<Assignment> overrides) {
    return load(reference, Path.of(""), overrides);
  }

  static LoadedRecipe load(String reference, Path directory, List<Assignment> overrides) {
    List<Assignment> layers = new ArrayList<>();
    collect(reference, directory, new LinkedHashSet<>(), layers);
    layers.addAll(overrides);
    return build(layers);
  }

  /** Changes a recipe that was read elsewhere, such as from a checkpoint. */
  public static LoadedRecipe change(Recipe base, String source, List<Assignment> overrides) {
    List<Assignment> layers = new ArrayList<>();
    for (LoadedRecipe.SettingValue setting : LoadedRecipe.describe(base, source)) {
      layers.add(
          new Assignment(
              setting.key(), setting.value(), Assignment.Style.PLAIN, new Origin(source)));
    }
    layers.addAll(overrides);
    return build(layers);
  }

  private static LoadedRecipe build(List<Assignment> layers) {
    Map<String, Assignment> last = new HashMap<>();
    Map<String, Object> values = new HashMap<>();
    for (Assignment given : layers) {
      SettingKey key =
          SettingSchema.RECIPE
              .find(given.key())
              .orElseThrow(
                  () ->
                      new InputRefusedException(
                          "%s: unknown key %s; %s"
                              .formatted(
                                  given.origin(),
                                  given.key(),
                                  SettingSchema.RECIPE.suggestion(given.key()))));
      values.put(given.key(), SettingParser.parse(key, given));
      last.put(given.key(), given);
    }
    return LoadedRecipe.of(RecordBuilder.build(Recipe.class, values, last), last);
  }

  private static void collect(
      String reference, Path directory, Set<String> seen, List<Assignment> layers) {
    if (!seen.add(directory.resolve(reference).normalize().toString())) {
      throw new InputRefusedException(
          "%s: recipes extend each other in a circle: %s".formatted(reference, seen));
    }
    RecipeFile file = RecipeSource.load(reference, directory);
    file.parent()
        .ifPresent(
            parent ->
                collect(parent, RecipeSource.directoryOf(reference, directory), seen, layers));
    layers.addAll(file.assignments());
  }
}
