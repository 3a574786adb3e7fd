package org.tinyrecursive.workflows.recipe;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose and change a recipe. Use it as a {@code @Mixin}. */
public final class RecipeOptions {
  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      required = true,
      description = "built-in recipe or YAML file (trm config explain lists both)")
  private String recipe;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "change one setting, such as train.epochs=10; may be repeated")
  private List<String> sets = new ArrayList<>();

  /** Loads the chosen recipe with {@code --set}. */
  public LoadedRecipe load() {
    return load(List.of());
  }

  /** Loads the chosen recipe with {@code --set}, then with what other options assign. */
  public LoadedRecipe load(List<Assignment> options) {
    List<Assignment> overrides = new ArrayList<>(Assignment.parseSets(sets));
    overrides.addAll(options);
    return RecipeLoader.load(recipe, overrides);
  }
}
