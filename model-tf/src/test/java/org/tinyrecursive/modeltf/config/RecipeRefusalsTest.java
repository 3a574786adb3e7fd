package org.tinyrecursive.modeltf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;

/** Every value and combination of settings that no model can be trained with. */
class RecipeRefusalsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An attention model, of which settings are changed: {@code model.num_heads=3 train.lr=1}. */
  private static ObjectNode recipe(String changes) throws IOException {
    ObjectNode recipe =
        RecipeJson.format(
            new Recipe(
                "name",
                "text",
                new ModelConfig(
                    64,
                    4,
                    4,
                    3,
                    6,
                    2,
                    false,
                    PositionEncoding.ROPE,
                    64,
                    2,
                    4,
                    0.1,
                    true,
                    ForwardDtype.FLOAT32,
                    LossKind.STABLEMAX_CROSS_ENTROPY),
                new TrainConfig(
                    8, 4, 2, 0, 5, 2, 1e-3, 1, 3, 0.9, 0.95, 0.1, 1e-2, 0.1, true, 0.99, 7),
                new CurriculumConfig(30, 20, 10, 0.5)));
    for (String change : changes.split(" ", -1)) {
      int equals = change.indexOf('=');
      set(recipe, change.substring(0, equals), JSON.readTree(change.substring(equals + 1)));
    }
    return recipe;
  }

  private static void set(ObjectNode recipe, String key, JsonNode value) {
    int dot = key.lastIndexOf('.');
    ObjectNode section = dot < 0 ? recipe : (ObjectNode) recipe.get(key.substring(0, dot));
    assertThat(section.has(key.substring(dot + 1))).as(key).isTrue();
    section.set(key.substring(dot + 1), value);
  }

  private static void assertRefused(ObjectNode recipe, String message) {
    assertThatThrownBy(() -> RecipeJson.parse(recipe, "file"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("file: recipe")
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "model.hidden_size, 1, 65536",
    "model.num_heads, 1, 65536",
    "model.expansion, 0.01, 256",
    "model.H_cycles, 1, 1000",
    "model.L_cycles, 1, 1000",
    "model.L_layers, 1, 1000",
    "model.H_layers, 0, 1000",
    "model.puzzle_emb_ndim, 0, 16777216",
    "model.puzzle_emb_len, 0, 65536",
    "model.halt_max_steps, 1, 10000",
    "model.halt_exploration_prob, 0, 1",
    "train.global_batch_size, 1,",
    "train.epochs, 1,",
    "train.eval_interval, 1, 4",
    "train.eval_max_examples, 0,",
    "train.checkpoint_every_steps, 0,",
    "train.keep_checkpoints, 1,",
    "train.lr, 0,",
    "train.lr_min_ratio, 0, 1",
    "train.lr_warmup_steps, 0,",
    "train.beta1, 0, 0.999999",
    "train.beta2, 0, 0.999999",
    "train.weight_decay, 0,",
    "train.puzzle_emb_lr, 0,",
    "train.puzzle_emb_weight_decay, 0,",
    "train.ema_rate, 0, 1",
    "train.examples_per_visit, 0,",
    "curriculum.start_clues, 0,",
    "curriculum.end_clues, 0, 30",
    "curriculum.min_clues, 0, 20",
    "curriculum.until, 0.000001, 1",
    "recursion.third_until, 0, 0",
    "recursion.two_thirds_until, 0, 1",
    "recursion.supervision_decay, 0.000001, 1",
    "memory.micro_batch_size, 0,",
    "selection.keep_best, 1,",
    "selection.patience, 0,",
    "selection.min_gain, 0, 1",
  })
  void aValueBelowOrAboveIsRefusedWithTheRange(String key, double low, Double high)
      throws IOException {
    boolean whole = recipe("name=\"x\"").at("/" + key.replace('.', '/')).isIntegralNumber();
    double step = whole ? 1 : 1e-7;
    String range = high == null ? number(low) + " and above" : number(low) + " to " + number(high);
    assertRefused(
        recipe(key + "=" + number(low - step)),
        "%s is %s, allowed: %s".formatted(key, number(low - step), range));
    if (high != null) {
      assertRefused(
          recipe(key + "=" + number(high + step)),
          "%s is %s, allowed: %s".formatted(key, number(high + step), range));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model.num_heads=3|model.num_heads is 3 and does not divide model.hidden_size 64; possible: [1, 2, 4, 8, 16, 32]",
        "model.num_heads=64|rope needs an even head size, hidden_size 64 / num_heads 64 = 1; choose num_heads of [1, 2, 4, 8, 16, 32], or pos_encodings learned",
        "model.mlp_t=true|model.pos_encodings rope acts on attention and model.mlp_t has none; set pos_encodings to none or learned",
        "model.puzzle_emb_ndim=0|model.puzzle_emb_len is 2 but model.puzzle_emb_ndim is 0; set both above 0, or both to 0",
        "model.puzzle_emb_ndim=129|model.puzzle_emb_ndim is 129 and does not fit model.puzzle_emb_len 2 positions of model.hidden_size 64; allowed: 0 to 128",
        "model.H_layers=1|model.H_layers is 1, but variant trm has no module H_level; set it to 0",
        "model.variant=\"hrm\" model.puzzle_emb_len=0|model.variant hrm has a module H_level, but model.H_layers is 0; set it to 1 and above (published: 4)",
        "model.variant=\"hrm\" model.H_layers=4|model.variant hrm has as many prefix positions as puzzle_emb_ndim needs, but model.puzzle_emb_len is 2; set it to 0",
        "model.variant=\"transformers_baseline\"|model.variant transformers-baseline has a module H_level, but model.H_layers is 0; set it to 1 and above (published: 8)",
        "model.variant=\"trm_hier6\" model.L_cycles=7|model.L_cycles is 7, but variant trm-hier6 has 6 low latents, one per cycle; allowed: 1 to 6",
        "model.variant=\"hrm\" model.L_layers=0|model.L_layers is 0, allowed: 1 to",
        "memory.micro_batch_size=3|memory.micro_batch_size is 3 and does not divide train.global_batch_size 8; choose a divisor, such as 2",
        "memory.micro_batch_size=9|does not divide train.global_batch_size 8; choose a divisor, such as 8",
        "recursion.two_thirds_until=0.2 recursion.third_until=0.3|recursion.third_until is 0.3, allowed: 0 to 0.2",
        "model.variant=\"gpt\"|model.variant is 'gpt', expected one of [trm, trm_singlez, trm_hier6, hrm, transformers_baseline]",
        "train.lr=1e999|train.lr is 'Infinity', expected a finite number",
        "train.epochs=3000000000|train.epochs is '3000000000', expected a whole number that fits int",
        "train.seed=99999999999999999999|train.seed is '99999999999999999999', expected a whole number that fits long",
        "train=3|recipe train. is 3, expected an object",
      })
  void combinationsThatNoModelCanHaveAreRefusedWithTheRemedy(String changes, String message)
      throws IOException {
    assertRefused(recipe(changes), message);
  }

  @ParameterizedTest
  @CsvSource({
    "model.num_heads=3 model.hidden_size=66 model.pos_encodings=\"rope\"",
    "model.num_heads=64 model.pos_encodings=\"learned\"",
    "model.num_heads=7 model.mlp_t=true model.pos_encodings=\"none\"",
    "model.puzzle_emb_ndim=0 model.puzzle_emb_len=0",
    "model.puzzle_emb_ndim=1000 model.puzzle_emb_len=0",
    "model.variant=\"hrm\" model.H_layers=4 model.puzzle_emb_len=0",
    "model.variant=\"transformers_baseline\" model.H_layers=8 model.L_layers=0",
    "memory.micro_batch_size=8",
    "train.seed=-1",
    "train={}",
  })
  void whatLooksAlikeButIsPossibleIsTaken(String changes) throws IOException {
    Recipe recipe = RecipeJson.parse(recipe(changes), "file");

    assertThat(RecipeJson.parse(RecipeJson.format(recipe), "again")).isEqualTo(recipe);
  }

  @Test
  void everySettingOfAnotherTypeIsRefusedByItsKey() throws IOException {
    for (Map.Entry<String, JsonNode> setting : settings("", recipe("name=\"x\"")).entrySet()) {
      JsonNode value = setting.getValue();
      List<String> wrong = new ArrayList<>(List.of("null", "[1]", "{\"a\":1}"));
      wrong.add(value.isTextual() ? "3" : "\"3\"");
      wrong.add(value.isBoolean() ? "1" : "true");
      if (value.isIntegralNumber()) {
        wrong.add("1.5");
      }
      for (String other : wrong) {
        assertRefused(recipe(setting.getKey() + "=" + other), setting.getKey() + " is '");
      }
    }
  }

  @Test
  void everyNumberButTheSeedHasALeastValue() throws IOException {
    settings("", recipe("name=\"x\""))
        .forEach(
            (key, value) -> {
              if (value.isNumber() && !key.equals("train.seed")) {
                assertThatThrownBy(() -> RecipeJson.parse(recipe(key + "=-1"), "file"))
                    .as(key)
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining(key + " is -1, allowed: ");
              }
            });
  }

  @Test
  void aKeyThatIsUnknownIsRefusedWithItsSection() throws IOException {
    for (String section : List.of("model", "train", "curriculum", "recursion", "memory")) {
      ObjectNode recipe = recipe("name=\"x\"");
      ((ObjectNode) recipe.get(section)).put("colour", "red");
      assertRefused(recipe, "unknown keys [%s.colour]".formatted(section));
    }
  }

  private static Map<String, JsonNode> settings(String prefix, JsonNode node) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                settings.putAll(settings(prefix + field.getKey() + ".", field.getValue()));
              } else {
                settings.put(prefix + field.getKey(), field.getValue());
              }
            });
    return settings;
  }
}
