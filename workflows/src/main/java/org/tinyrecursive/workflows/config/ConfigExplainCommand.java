package org.tinyrecursive.workflows.config;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.recipe.LoadedRecipe;
import org.tinyrecursive.workflows.recipe.LoadedRecipe.SettingValue;
import org.tinyrecursive.workflows.recipe.RecipeLoader;
import org.tinyrecursive.workflows.recipe.SetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints every setting of a recipe, its value, where that came from and what it means. */
@Command
public final class ConfigExplainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "RECIPE",
      description = "built-in recipe or YAML file; without one, the built-in recipes are listed")
  private String recipe;

  @Mixin private SetOptions set;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    if (recipe == null) {
      listRecipes();
    } else {
      explain(RecipeLoader.load(recipe, set.assignments()));
    }
    return ExitCode.DONE;
  }

  private void listRecipes() {
    List<Summary> recipes =
        RecipeLoader.builtInNames().stream()
            .map(name -> RecipeLoader.load(name, List.of()).recipe())
            .map(found -> new Summary(found.name(), found.description()))
            .toList();
    result.print(() -> textOf(recipes), Map.of("recipes", recipes));
  }

  private static String textOf(List<Summary> recipes) {
    StringBuilder text = new StringBuilder("Built-in recipes:\n");
    for (Summary each : recipes) {
      text.append("  %-20s %s%n".formatted(each.name(), each.description()));
    }
    return text.append("Every setting of one: trm config explain RECIPE").toString();
  }

  private void explain(LoadedRecipe loaded) {
    result.print(() -> textOf(loaded), new Explained(loaded.recipe().name(), loaded.settings()));
  }

  private static String textOf(LoadedRecipe loaded) {
    String row =
        "%%-%ds  %%-%ds  %%-%ds  %%s"
            .formatted(
                widest(loaded, SettingValue::key),
                Math.min(24, widest(loaded, SettingValue::value)),
                widest(loaded, SettingValue::source));
    return loaded.settings().stream()
        .map(each -> row.formatted(each.key(), each.value(), each.source(), each.help()))
        .collect(Collectors.joining("\n"));
  }

  private static int widest(LoadedRecipe loaded, Function<SettingValue, String> column) {
    return loaded.settings().stream().map(column).mapToInt(String::length).max().orElse(1);
  }

  record Summary(String name, String description) {}

  record Explained(String recipe, List<SettingValue> settings) {}
}
