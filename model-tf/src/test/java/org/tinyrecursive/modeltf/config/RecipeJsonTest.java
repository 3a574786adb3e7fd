package org.tinyrecursive.modeltf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;

class RecipeJsonTest {
  private static final Recipe RECIPE =
      new Recipe(
          "name",
          "text",
          new ModelConfig(
              64,
              4,
              2.5,
              2,
              3,
              1,
              false,
              PositionEncoding.LEARNED,
              0,
              0,
              4,
              0.1,
              false,
              ForwardDtype.BFLOAT16,
              LossKind.SOFTMAX_CROSS_ENTROPY),
          new TrainConfig(
              8, 4, 2, 9, 5, 2, 1e-3, 0.1, 3, 0.9, 0.95, 0.1, 1e-2, 0.1, true, 0.99, 1L << 60),
          new CurriculumConfig(30, 17, 17, 0.5));

  @Test
  void everySettingComesBack() {
    assertThat(RecipeJson.parse(RecipeJson.format(RECIPE), "file")).isEqualTo(RECIPE);
  }

  @Test
  void keysAreThePublishedOnes() {
    assertThat(RecipeJson.settings(RECIPE))
        .extracting(setting -> setting.getKey() + "=" + setting.getValue())
        .contains("model.H_cycles=2", "model.pos_encodings=learned", "train.lr=0.001")
        .contains("curriculum.until=0.5", "name=name");
  }

  @Test
  void anAbsentKeyTakesItsDefault() {
    ObjectNode json = RecipeJson.format(RECIPE);
    ((ObjectNode) json.get("train")).remove("beta2");
    ((ObjectNode) json.get("model")).remove("loss");
    Recipe parsed = RecipeJson.parse(json, "file");
    assertThat(parsed.train().beta2()).isEqualTo(0.95);
    assertThat(parsed.model().loss()).isEqualTo(LossKind.STABLEMAX_CROSS_ENTROPY);
  }

  @Test
  void unknownKeysAndWrongValuesAreNamed() {
    ObjectNode unknown = RecipeJson.format(RECIPE);
    ((ObjectNode) unknown.get("train")).put("momentum", 1);
    refuses(unknown, "momentum");
    ObjectNode wrong = RecipeJson.format(RECIPE);
    ((ObjectNode) wrong.get("model")).put("hidden_size", "wide");
    refuses(wrong, "model.hidden_size is 'wide'");
    ObjectNode impossible = RecipeJson.format(RECIPE);
    ((ObjectNode) impossible.get("model")).put("loss", "l2");
    refuses(impossible, "stablemax_cross_entropy");
    ObjectNode outside = RecipeJson.format(RECIPE);
    ((ObjectNode) outside.get("train")).put("epochs", 0);
    refuses(outside, "train.epochs is 0");
  }

  private static void refuses(ObjectNode json, String complaint) {
    assertThatThrownBy(() -> RecipeJson.parse(json, "state.json"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(complaint);
  }
}
