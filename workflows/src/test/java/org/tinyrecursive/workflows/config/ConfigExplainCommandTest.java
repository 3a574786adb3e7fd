package org.tinyrecursive.workflows.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.recipe.RecipeLoader;

class ConfigExplainCommandTest {
  @TempDir Path folder;

  @Test
  void withoutARecipeAllAreListedInTheirOrder() {
    Trm listed = Trm.run("config", "explain").requireDone();
    List<String> names = new ArrayList<>();
    Trm.run("config", "explain", "--format=json")
        .json()
        .path("recipes")
        .forEach(recipe -> names.add(recipe.path("name").asText()));

    assertThat(names).isEqualTo(RecipeLoader.builtInNames());
    assertThat(
            listed
                .out()
                .lines()
                .skip(1)
                .limit(names.size())
                .map(line -> line.strip().split(" ", 2)[0]))
        .isEqualTo(names);
  }

  @Test
  void everyValueIsToldWithThePlaceItCameFrom() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            "extends: sudoku-mini\nname: mine\ntrain:\n  epochs: 7\n  eval_interval: 7\n");
    JsonNode settings =
        Trm.run("config", "explain", file, "--set=train.lr=0.5", "--format=json")
            .requireDone()
            .json()
            .path("settings");

    assertThat(line(settings, "train.epochs")).isEqualTo("7 from " + file + ":4");
    assertThat(line(settings, "train.lr")).isEqualTo("0.5 from --set train.lr=0.5");
    assertThat(line(settings, "model.hidden_size")).isEqualTo("64 from recipe sudoku-mini:6");
    assertThat(line(settings, "model.variant")).isEqualTo("trm from default");
  }

  private static String line(JsonNode settings, String key) {
    for (JsonNode setting : settings) {
      if (setting.path("key").asText().equals(key)) {
        return setting.path("value").asText() + " from " + setting.path("source").asText();
      }
    }
    throw new AssertionError(key + " is not explained");
  }

  @Test
  void columnsBeginBelowEachOther() {
    List<String> lines =
        Trm.run("config", "explain", "sudoku-mini").requireDone().out().lines().toList();
    int help = lines.get(0).indexOf("short name, kebab-case");

    assertThat(lines).hasSizeGreaterThan(40);
    assertThat(lines.stream().filter(line -> line.startsWith("train.")))
        .isNotEmpty()
        .allMatch(line -> line.charAt(help - 1) == ' ' && line.charAt(help) != ' ');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sudoku-min                              | sudoku-min: there is no such recipe file, and no built-in recipe of that name; built in: sudoku-mini, arc-mini
          sudoku-mini --set=train.epoch=1         | --set train.epoch=1: unknown key train.epoch; did you mean train.epochs?
          sudoku-mini --set=train.epochs          | --set train.epochs: expected key=value, such as --set train.epochs=10
          sudoku-mini --set=train.epochs=many     | --set train.epochs=many: train.epochs is 'many', allowed: a whole number
          sudoku-extreme-att --set=model.num_heads=7 | model.num_heads is 7
          """)
  void aRecipeWithAMistakeIsRefusedByItsName(String arguments, String message) {
    Trm refused = Trm.run((Object[]) ("config explain " + arguments).split(" ", -1));

    assertThat(refused.err()).startsWith("refused: ").contains(message).hasLineCount(1);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.out()).isEmpty();
  }
}
