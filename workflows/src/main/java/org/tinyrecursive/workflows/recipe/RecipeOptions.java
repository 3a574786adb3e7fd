package org.tinyrecursive.workflows.recipe;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.config.Recipe;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that choose and change a recipe. Use it as a {@code @Mixin}. */
public final class RecipeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description = "built-in recipe or YAML file (trm config explain lists both)")
  private String recipe;

  @Mixin private SetOptions set;

  /** Whether {@code --recipe} was given. */
  public boolean isChosen() {
    return recipe != null;
  }

  /** The same options again, for another process. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (isChosen()) {
      arguments.add("--recipe=" + recipe);
    }
    arguments.addAll(set.arguments());
    return arguments;
  }

  /** Loads the chosen recipe with {@code --set}. */
  public LoadedRecipe load() {
    return load(List.of());
  }

  /**
   * Loads the chosen recipe with {@code --set}, then with what other options assign.
   *
   * @throws MissingParameterException if none was chosen
   */
  public LoadedRecipe load(List<Assignment> options) {
    if (!isChosen()) {
      throw new MissingParameterException(
          command.commandLine(),
          command.findOption("--recipe"),
          "Missing required option: '--recipe=NAME|FILE'");
    }
    List<Assignment> overrides = new ArrayList<>(set.assignments());
    overrides.addAll(options);
    return RecipeLoader.load(recipe, overrides);
  }

  /**
   * Changes a recipe that was read elsewhere by {@code --set}.
   *
   * @param source where it was read, for messages
   */
  public LoadedRecipe change(Recipe base, String source) {
    return change(base, source, List.of());
  }

  /** Changes a recipe that was read elsewhere by {@code --set}, then by what other options say. */
  public LoadedRecipe change(Recipe base, String source, List<Assignment> options) {
    List<Assignment> overrides = new ArrayList<>(set.assignments());
    overrides.addAll(options);
    return RecipeLoader.change(base, source, overrides);
  }
}
