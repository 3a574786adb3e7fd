package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.ModelVariant;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.TrainEngine;

/** Every published variant, in every way to make a step, goes on from its state bit for bit. */
@Tag("slow")
class ResumeInEveryModeTest {
  private static final Compute ONE = new Compute(1);
  private static final Compute TWO = new Compute(1, Device.parseList("cpu:0,cpu:1"));

  /** Who makes a step. */
  private enum Share {
    ONE_DEVICE,
    TWO_DEVICES,
    TWO_WORKERS;

    TrainEngine create(Recipe recipe) {
      return switch (this) {
        case ONE_DEVICE -> TensorFlowEngine.create(recipe, EngineSamples.DATA, ONE);
        case TWO_DEVICES -> TensorFlowEngine.create(recipe, EngineSamples.DATA, TWO);
        case TWO_WORKERS -> WorkerPair.create(recipe, EngineSamples.DATA, ONE);
      };
    }
  }

  static Stream<Arguments> modes() {
    return Stream.of(ModelVariant.values())
        .flatMap(variant -> Stream.of(Share.values()).map(share -> Arguments.of(variant, share)));
  }

  /** Passes of one row, recomputed; whole shares without that other tests know. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("modes")
  void aRestoredEngineContinuesBitForBit(ModelVariant variant, Share share) {
    ModelConfig model = EngineSamples.model().variant(variant).build();
    Recipe recipe = EngineSamples.recipe(model).withMemory(new MemoryConfig(1, Recompute.BLOCKS));
    try (TrainEngine engine = share.create(recipe);
        TrainEngine restored = share.create(recipe)) {
      EngineSamples.train(engine, 1, 3);
      ModelState saved = engine.state();
      List<StepMetrics> continued = EngineSamples.train(engine, 4, 6);

      restored.restore(saved);

      assertThat(EngineSamples.train(restored, 4, 6)).isEqualTo(continued);
      EngineSamples.assertSameBits(restored.state(), engine.state());
    }
  }
}
