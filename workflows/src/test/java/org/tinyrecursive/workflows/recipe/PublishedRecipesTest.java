package org.tinyrecursive.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.recipe.LoadedRecipe.SettingValue;

/** Every value of the published experiments (arXiv 2510.04871, its public settings). */
class PublishedRecipesTest {
  private static final Map<String, String> OF_ALL =
      Map.ofEntries(
          Map.entry("model.variant", "trm"),
          Map.entry("model.hidden_size", "512"),
          Map.entry("model.num_heads", "8"),
          Map.entry("model.expansion", "4"),
          Map.entry("model.H_layers", "0"),
          Map.entry("model.L_layers", "2"),
          Map.entry("model.H_cycles", "3"),
          Map.entry("model.puzzle_emb_ndim", "512"),
          Map.entry("model.puzzle_emb_len", "16"),
          Map.entry("model.halt_max_steps", "16"),
          Map.entry("model.halt_exploration_prob", "0.1"),
          Map.entry("model.no_ACT_continue", "true"),
          Map.entry("model.loss", "stablemax_cross_entropy"),
          // bfloat16 on a GPU, as published; a CPU has no fast one.
          Map.entry("model.forward_dtype", "auto"),
          Map.entry("train.lr", "1.0e-4"),
          Map.entry("train.lr_min_ratio", "1"),
          Map.entry("train.lr_warmup_steps", "2000"),
          Map.entry("train.beta1", "0.9"),
          Map.entry("train.beta2", "0.95"),
          Map.entry("train.ema", "true"),
          Map.entry("train.ema_rate", "0.999"),
          Map.entry("train.eval_max_examples", "0"),
          Map.entry("train.examples_per_visit", "0"),
          Map.entry("train.seed", "0"));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "sudoku-extreme-mlp, true, none, 6, 768, 50000, 5000, 1, 1.0e-4, 1",
    "sudoku-extreme-att, false, rope, 6, 768, 50000, 5000, 1, 1.0e-4, 1",
    "maze-hard, false, rope, 4, 768, 50000, 5000, 1, 1.0e-4, 1",
    "maze-hard-1gpu, false, rope, 4, 128, 50000, 5000, 1, 1.0e-4, 1",
    "arc1-concept, false, rope, 4, 768, 100000, 10000, 0.1, 0.01, 0.1",
    "arc2-concept, false, rope, 4, 768, 100000, 10000, 0.1, 0.01, 0.1",
  })
  void aPublishedRunHasThePublishedValues(
      String name,
      String mlpT,
      String positions,
      String lowCycles,
      String batch,
      String epochs,
      String evalInterval,
      String weightDecay,
      String puzzleRate,
      String puzzleDecay) {
    Map<String, String> expected = new LinkedHashMap<>(OF_ALL);
    expected.put("model.mlp_t", mlpT);
    expected.put("model.pos_encodings", positions);
    expected.put("model.L_cycles", lowCycles);
    expected.put("train.global_batch_size", batch);
    expected.put("train.epochs", epochs);
    expected.put("train.eval_interval", evalInterval);
    expected.put("train.weight_decay", weightDecay);
    expected.put("train.puzzle_emb_lr", puzzleRate);
    expected.put("train.puzzle_emb_weight_decay", puzzleDecay);

    Map<String, String> values = values(name);

    assertThat(values).containsAllEntriesOf(expected);
    // Nothing of model and training is left unchecked but how often a checkpoint is written.
    assertThat(values.keySet().stream().filter(key -> key.matches("(model|train)\\..*")))
        .allMatch(key -> expected.containsKey(key) || key.contains("checkpoint"));
  }

  @Test
  void fastRunsDifferFromThePublishedOnesInTheirIdeasAlone() {
    Map<String, String> pairs =
        Map.of(
            "sudoku-extreme-fast", "sudoku-extreme-mlp",
            "maze-hard-fast", "maze-hard",
            "arc1-concept-fast", "arc1-concept",
            "arc2-concept-fast", "arc2-concept");
    pairs.forEach(
        (fast, published) -> {
          Map<String, String> differing = values(fast);
          values(published).forEach(differing::remove);
          assertThat(differing.keySet())
              .as(fast)
              .containsExactlyInAnyOrder(
                  "name",
                  "description",
                  "recursion.third_until",
                  "recursion.two_thirds_until",
                  "recursion.supervision_decay");
        });
  }

  private static Map<String, String> values(String recipe) {
    return RecipeLoader.load(recipe, List.of()).settings().stream()
        .collect(
            Collectors.toMap(
                SettingValue::key, SettingValue::value, (a, b) -> b, LinkedHashMap::new));
  }
}
