package org.tinyrecursive.modeltf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.ModelVariant;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

class ModelParametersTest {
  private static final DataShape SUDOKU = new DataShape(81, 11, 1, 0, 0, 0);

  @Test
  void theMlpVariantHasThePublishedNamesAndShapes() {
    Map<String, List<Long>> shapes = shapes(published(true, PositionEncoding.NONE));

    assertThat(shapes)
        .containsEntry("H_init", List.of(512L))
        .containsEntry("embed_tokens.embedding_weight", List.of(11L, 512L))
        .containsEntry("puzzle_emb.weights", List.of(1L, 512L))
        .containsEntry("L_level.layers.0.mlp_t.gate_up_proj.weight", List.of(1024L, 97L))
        .containsEntry("L_level.layers.1.mlp.down_proj.weight", List.of(512L, 1536L))
        .doesNotContainKey("embed_pos.embedding_weight")
        .hasSize(15);
  }

  @Test
  void theAttentionVariantHasThePublishedNamesAndShapes() {
    Map<String, List<Long>> shapes = shapes(published(false, PositionEncoding.LEARNED));

    assertThat(shapes)
        .containsEntry("L_level.layers.1.self_attn.qkv_proj.weight", List.of(1536L, 512L))
        .containsEntry("L_level.layers.1.self_attn.o_proj.weight", List.of(512L, 512L))
        .containsEntry("embed_pos.embedding_weight", List.of(97L, 512L))
        .doesNotContainKey("L_level.layers.0.mlp_t.gate_up_proj.weight");
  }

  @Test
  void thePublishedMlpModelHasFiveMillionDenseParameters() {
    long dense =
        ModelParameters.of(published(true, PositionEncoding.NONE), SUDOKU).stream()
            .filter(spec -> spec.role() == Role.DENSE)
            .mapToLong(ParameterSpec::size)
            .sum();

    assertThat(dense).isEqualTo(5_028_866L);
  }

  @Test
  void everyVariantHasItsPublishedModulesAndFirstVectors() {
    assertThat(shapes(variant(ModelVariant.TRM_SINGLEZ)))
        .containsKey("L_init")
        .doesNotContainKeys("H_init", "H_level.layers.0.mlp.down_proj.weight");
    assertThat(shapes(variant(ModelVariant.TRM_HIER6)))
        .containsKeys("H_init", "L1_init", "L6_init")
        .doesNotContainKey("L_init");
    assertThat(shapes(variant(ModelVariant.HRM)))
        .containsKeys("H_init", "L_init")
        .containsKeys(
            "H_level.layers.3.mlp.down_proj.weight", "L_level.layers.1.mlp.down_proj.weight")
        .doesNotContainKey("H_level.layers.4.mlp.down_proj.weight");
    assertThat(shapes(variant(ModelVariant.TRANSFORMERS_BASELINE)))
        .containsKeys("H_init", "H_level.layers.3.mlp.down_proj.weight")
        .doesNotContainKeys("L_init", "L_level.layers.0.mlp.down_proj.weight");
  }

  private static ModelConfig variant(ModelVariant variant) {
    return new ModelConfig(
        variant,
        512,
        8,
        4,
        2,
        2,
        2,
        variant.hasHighModule() ? 4 : 0,
        false,
        PositionEncoding.ROPE,
        512,
        0,
        16,
        0.1,
        true,
        ForwardDtype.FLOAT32,
        LossKind.STABLEMAX_CROSS_ENTROPY);
  }

  @Test
  void firstValuesFollowFromSeedAndName() {
    ParameterSpec spec =
        ModelParameters.of(published(true, PositionEncoding.NONE), SUDOKU).stream()
            .filter(s -> s.name().equals("lm_head.weight"))
            .findFirst()
            .orElseThrow();

    assertThat(spec.initialValue(7).sameBits(spec.initialValue(7))).isTrue();
    assertThat(spec.initialValue(7).sameBits(spec.initialValue(8))).isFalse();
  }

  @Test
  void truncatedNormalsHaveTheStandardDeviationAskedForAndEndAtTwoOfTheParent() {
    float[] values =
        new ParameterSpec("w", List.of(200L, 1000L), Role.DENSE, new ParameterSpec.Init.Normal(0.5))
            .initialValue(1)
            .floats();
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
      largest = Math.max(largest, Math.abs(value));
    }

    assertThat(sum / values.length).isCloseTo(0, within(0.005));
    assertThat(Math.sqrt(squares / values.length)).isCloseTo(0.5, within(0.003));
    assertThat(largest).isBetween(1.1, 2 * 0.5 / 0.8796);
  }

  @Test
  void theHaltingHeadStartsAtMinusFive() {
    Map<String, ParameterSpec> specs =
        ModelParameters.of(published(true, PositionEncoding.NONE), SUDOKU).stream()
            .collect(Collectors.toMap(ParameterSpec::name, spec -> spec));

    assertThat(specs.get("q_head.bias").initialValue(0).floats()).containsOnly(-5f);
    assertThat(specs.get("q_head.weight").initialValue(0).floats()).containsOnly(0f);
    assertThat(specs.get("puzzle_emb.weights").initialValue(0).floats()).containsOnly(0f);
  }

  private static Map<String, List<Long>> shapes(ModelConfig config) {
    return ModelParameters.of(config, SUDOKU).stream()
        .collect(Collectors.toMap(ParameterSpec::name, ParameterSpec::shape));
  }

  private static ModelConfig published(boolean mlpT, PositionEncoding positions) {
    return new ModelConfig(
        512,
        8,
        4,
        3,
        6,
        2,
        mlpT,
        positions,
        512,
        16,
        16,
        0.1,
        true,
        ForwardDtype.FLOAT32,
        LossKind.STABLEMAX_CROSS_ENTROPY);
  }
}
