package org.tinyrecursive.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.recipe.LoadedRecipe.SettingValue;

class RecipeLoaderTest {
  @TempDir Path folder;

  static List<String> builtIn() {
    return RecipeLoader.builtInNames();
  }

  private LoadedRecipe load(String yaml, String... sets) throws IOException {
    Files.writeString(folder.resolve("my.yaml"), yaml);
    return RecipeLoader.load("my.yaml", folder, Assignment.parseSets(List.of(sets)));
  }

  private static SettingValue setting(LoadedRecipe loaded, String key) {
    return loaded.settings().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyBuiltInRecipeLoadsUnderItsOwnName(String name) {
    Recipe recipe = RecipeLoader.load(name, List.of()).recipe();

    assertThat(recipe.name()).isEqualTo(name);
    assertThat(recipe.description()).isNotEqualTo("none");
  }

  @Test
  void publishedRecipesDifferInTokenMixingAlone() {
    Recipe mlp = RecipeLoader.load("sudoku-extreme-mlp", List.of()).recipe();
    Recipe attention = RecipeLoader.load("sudoku-extreme-att", List.of()).recipe();

    assertThat(attention.train()).isEqualTo(mlp.train());
    assertThat(mlp.model().mlpT()).isTrue();
    assertThat(mlp.model().posEncodings()).isEqualTo(PositionEncoding.NONE);
    assertThat(attention.model().mlpT()).isFalse();
    assertThat(attention.model().posEncodings()).isEqualTo(PositionEncoding.ROPE);
    assertThat(mlp.model().forwardDtype()).isEqualTo(ForwardDtype.AUTO);
    assertThat(mlp.train().globalBatchSize()).isEqualTo(768);
    assertThat(mlp.train().weightDecay()).isEqualTo(1);
    assertThat(mlp.curriculum().isActive()).isFalse();
  }

  @Test
  void arcMiniMixesTasksInABatch() {
    Recipe recipe = RecipeLoader.load("arc-mini", List.of()).recipe();

    assertThat(recipe.train().examplesPerVisit())
        .isBetween(1, recipe.train().globalBatchSize() / 4);
    assertThat(recipe.model().puzzleEmbNdim()).isPositive();
  }

  @Test
  void laterLayersWinAndEveryValueKnowsItsSource() throws IOException {
    LoadedRecipe loaded =
        load("extends: sudoku-mini\nname: mine\ntrain:\n  lr: 2e-3\n  seed: 5\n", "train.seed=6");

    assertThat(loaded.recipe().train().lr()).isEqualTo(2e-3);
    assertThat(loaded.recipe().train().seed()).isEqualTo(6);
    assertThat(loaded.recipe().model().hiddenSize()).isEqualTo(64);
    assertThat(setting(loaded, "train.lr").source()).isEqualTo("my.yaml:4");
    assertThat(setting(loaded, "train.seed").source()).isEqualTo("--set train.seed=6");
    assertThat(setting(loaded, "model.hidden_size").source()).startsWith("recipe sudoku-mini:");
    assertThat(setting(loaded, "train.beta1").source()).isEqualTo("default");
    assertThat(setting(loaded, "train.lr").value()).isEqualTo("0.002");
  }

  @Test
  void anOptionWinsOverSet() {
    List<Assignment> overrides =
        List.of(
            Assignment.parseSets(List.of("train.seed=1")).get(0),
            Assignment.option("train.seed", 2, "--seed"));

    LoadedRecipe loaded = RecipeLoader.load("sudoku-mini", overrides);

    assertThat(loaded.recipe().train().seed()).isEqualTo(2);
    assertThat(setting(loaded, "train.seed").source()).isEqualTo("--seed");
  }

  @Test
  void everyWrittenValueReadsBackAsItself() {
    LoadedRecipe first = RecipeLoader.load("sudoku-cpu", List.of());
    List<Assignment> all =
        first.settings().stream().map(s -> Assignment.option(s.key(), s.value(), "again")).toList();

    assertThat(RecipeLoader.load("sudoku-extreme-att", all).recipe()).isEqualTo(first.recipe());
  }

  @Test
  void aFileMayExtendAnotherBesideIt() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(
        folder.resolve("sub/base.yaml"), "extends: sudoku-mini\ntrain: {epochs: 13}\n");
    Files.writeString(folder.resolve("sub/leaf.yaml"), "extends: base.yaml\nname: leaf\n");

    Recipe recipe = RecipeLoader.load("sub/leaf.yaml", folder, List.of()).recipe();

    assertThat(recipe.train().epochs()).isEqualTo(13);
    assertThat(recipe.name()).isEqualTo("leaf");
  }

  @Test
  void publishedRunsLeaveEveryOtherIdeaOff() {
    for (String name : RecipeLoader.builtInNames()) {
      Recipe recipe = RecipeLoader.load(name, List.of()).recipe();
      boolean published = !name.endsWith("-fast");

      assertThat(recipe.name()).isEqualTo(name);
      assertThat(recipe.recursion().equals(RecursionConfig.FULL)).as(name).isEqualTo(published);
      assertThat(recipe.optimizer()).as(name).isEqualTo(OptimizerConfig.PUBLISHED);
      assertThat(recipe.memory()).as(name).isEqualTo(MemoryConfig.AUTO);
    }
  }

  @Test
  void thePublishedArcRunHasItsOwnRatesAndCycles() {
    Recipe arc = RecipeLoader.load("arc2-concept", List.of()).recipe();

    assertThat(arc.model().mlpT()).isFalse();
    assertThat(arc.model().hCycles()).isEqualTo(3);
    assertThat(arc.model().lCycles()).isEqualTo(4);
    assertThat(arc.train().puzzleEmbLr()).isEqualTo(1e-2);
    assertThat(arc.train().weightDecay()).isEqualTo(0.1);
    assertThat(arc.train().lr()).isEqualTo(1e-4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "train: {epoch: 3}|unknown key train.epoch; did you mean train.epochs?",
        "epochs: 3|unknown key epochs; did you mean train.epochs?",
        "zzzzzzzzz: 3|unknown key zzzzzzzzz; trm config explain",
        "train: {epochs: many}|train.epochs is 'many', allowed: a whole number",
        "train: {epochs: 1e3}|train.epochs is '1e3', allowed: a whole number",
        "train: {epochs: \"12\"}|train.epochs is '12' (quoted, and so text)",
        "train: {lr: .nan}|train.lr is '.nan', allowed: a number",
        "train: {lr: 1e999}|train.lr is '1e999', allowed: a number",
        "train: {ema: yes}|train.ema is 'yes', allowed: true or false",
        "model: {pos_encodings: sine}|model.pos_encodings is 'sine', allowed: one of rope, learned",
        "train: {epochs: [1, 2]}|train.epochs is a list, expected one value",
        "train: 3|train is '3', expected a mapping",
        "train: {lr: 1, lr: 2}|train.lr was already given in line 2",
        "train: {lr: -1}|train.lr is -1, allowed: 0 and above",
        "model: {num_heads: 7, mlp_t: false}|model.num_heads is 7 and does not divide model.hidden_size 64; possible: [1, 2, 4, 8, 16, 32, 64]",
        "model: {variant: gpt}|model.variant is 'gpt', allowed: one of trm, trm_singlez",
        "model: {variant: hrm, puzzle_emb_len: 0}|model.variant hrm has a module H_level, but model.H_layers is 0",
        "model: {H_layers: 4}|model.H_layers is 4, but variant trm has no module H_level; set it to 0",
        "model: {variant: trm-hier6, L_cycles: 7}|model.L_cycles is 7, but variant trm-hier6 has 6",
        "model: {variant: hrm, H_layers: 4}|model.variant hrm has as many prefix positions",
        "model: {pos_encodings: rope}|model.pos_encodings rope acts on attention and model.mlp_t",
        "model: {mlp_t: false, pos_encodings: rope, hidden_size: 12}|model.pos_encodings rope needs an even head size, hidden_size 12 / num_heads 4 = 3; choose num_heads of [1, 2, 3, 6], or pos_encodings learned",
        "memory: {micro_batch_size: 5}|memory.micro_batch_size is 5 and does not divide",
        "memory: {recompute: all}|memory.recompute is 'all', allowed: one of auto, none, blocks",
        "optimizer: {dense: sgd}|optimizer.dense is 'sgd', allowed: one of adam_atan2, adamw",
        "recursion: {third_until: 0.5}|recursion.third_until is 0.5, allowed: 0 to 0",
        "selection: {keep_best: 0}|selection.keep_best is 0, allowed: 1 and above",
        "? [a]|a key is a list",
      })
  void mistakesAreNamedWithFileLineKeyValueAndWhatIsAllowed(String line, String message) {
    assertThatThrownBy(() -> load("extends: sudoku-mini\n" + line))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("my.yaml:2: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- 1|my.yaml:1: the file is a list, expected a mapping",
        "3|my.yaml:1: the file is '3', expected a mapping",
        "train: {|my.yaml:1: not YAML",
        "# nothing|my.yaml: the file is empty",
        "extends: my.yaml|recipes extend each other in a circle",
        "extends: nowhere|nowhere: there is no such recipe file, and no built-in recipe",
      })
  void filesThatHoldNoRecipeAreRefused(String yaml, String message) {
    assertThatThrownBy(() -> load(yaml))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everySettingOfAnotherTypeIsNamedWithFileLineAndWhatIsAllowed() {
    for (SettingKey key : SettingSchema.RECIPE.all()) {
      if (key.type() != String.class) {
        for (String wrong : List.of("wide", "1.5.2", "0x10", "\"1\"", "", "~", "null", "1_000")) {
          assertThatThrownBy(() -> load("extends: sudoku-mini\n" + yaml(key.key(), wrong)))
              .as("%s: %s", key.key(), wrong)
              .isInstanceOf(InputRefusedException.class)
              .hasMessageStartingWith("my.yaml:2: %s is '", key.key())
              .hasMessageEndingWith("allowed: %s", key.allowed());
        }
        for (String wrong : List.of("[1]", "{a: 1}")) {
          assertThatThrownBy(() -> load("extends: sudoku-mini\n" + yaml(key.key(), wrong)))
              .isInstanceOf(InputRefusedException.class)
              .hasMessageStartingWith("my.yaml:2: %s", key.key())
              .hasMessageEndingWith("expected one value");
        }
      }
    }
  }

  @Test
  void everyMisspeltKeyIsNamedWithTheRightOne() {
    for (SettingKey key : SettingSchema.RECIPE.all()) {
      String misspelt = key.key() + "s";
      assertThatThrownBy(() -> load("extends: sudoku-mini\n" + yaml(misspelt, "1")))
          .isInstanceOf(InputRefusedException.class)
          .hasMessage("my.yaml:2: unknown key %s; did you mean %s?", misspelt, key.key());
    }
  }

  /** A setting in one line: {@code train: {lr: 1}}. */
  private static String yaml(String key, String value) {
    int dot = key.indexOf('.');
    return dot < 0
        ? key + ": " + value
        : "%s: {%s: %s}".formatted(key.substring(0, dot), key.substring(dot + 1), value);
  }

  @Test
  void anImpossibleValueOfSetIsNamedByTheOption() {
    assertThatThrownBy(() -> load("extends: sudoku-mini", "model.hidden_size=0"))
        .hasMessage("--set model.hidden_size=0: model.hidden_size is 0, allowed: 1 to 65536");
    assertThatThrownBy(() -> load("extends: sudoku-mini", "train.lrr=0"))
        .hasMessageContaining("--set train.lrr=0: unknown key train.lrr; did you mean train.lr?");
    assertThatThrownBy(() -> load("extends: sudoku-mini", "train.lr"))
        .hasMessageContaining("expected key=value");
  }

  @Test
  void aRecipeWithoutANameIsRefused() {
    assertThatThrownBy(() -> load("train: {lr: 1}")).hasMessageContaining("gives no name");
  }

  @Test
  void filesThatAreNoRecipesAreRefused() throws IOException {
    Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
    Files.createDirectory(folder.resolve("folder.yaml"));

    for (String name : List.of("binary.yaml", "large.yaml", "folder.yaml", "absent.yaml")) {
      assertThatThrownBy(() -> RecipeLoader.load(name, folder, List.of()))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageStartingWith(name);
    }
  }

  @Test
  void distancesCountEdits() {
    assertThat(SettingSchema.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(SettingSchema.edits("", "abc")).isEqualTo(3);
    assertThat(SettingSchema.edits("same", "same")).isZero();
  }
}
