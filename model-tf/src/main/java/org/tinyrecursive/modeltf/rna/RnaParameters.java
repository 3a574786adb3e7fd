package org.tinyrecursive.modeltf.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.SwiGlu;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Init;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/** The parameters of both models, by name. */
final class RnaParameters {
  /** Values of a residue's part in a pair's distogram. */
  static final int DISTOGRAM_WIDTH = 16;

  private final ModelConfig config;
  private final List<ParameterSpec> specs = new ArrayList<>();

  private RnaParameters(ModelConfig config) {
    this.config = config;
  }

  /** Of the model that refines structures. */
  static List<ParameterSpec> ofRefiner(ModelConfig config, int guesses) {
    RnaParameters all = new RnaParameters(config);
    int width = config.hiddenSize();
    all.addTrunk();
    all.add("code_embed.weight", new Init.Normal(1), guesses, width);
    all.addLinear(
        "pair_bias.weight", (long) config.lLayers() * config.numHeads(), PairFeatures.COUNT);
    // Zeros: an untrained model leaves every start as it is.
    all.add("position_head.weight", new Init.Constant(0), 3, width);
    all.addLinear("distogram.left.weight", DISTOGRAM_WIDTH, width);
    all.addLinear("distogram.right.weight", DISTOGRAM_WIDTH, width);
    all.addLinear("distogram.out.weight", Distogram.BINS, DISTOGRAM_WIDTH);
    all.addLinear("distogram.pair.weight", Distogram.BINS, PairFeatures.COUNT);
    all.add("quality_head.weight", new Init.Constant(0), 1, width);
    all.add("quality_head.bias", new Init.Constant(0), 1);
    return List.copyOf(all.specs);
  }

  /** Of the published toy. */
  static List<ParameterSpec> ofToy(ModelConfig config, int guesses) {
    RnaParameters all = new RnaParameters(config);
    all.addTrunk();
    all.addLinear(ToyModel.HEADS, 3L * guesses, config.hiddenSize());
    return List.copyOf(all.specs);
  }

  private void addTrunk() {
    int width = config.hiddenSize();
    for (String init : List.of("H_init", "L_init")) {
      specs.add(new ParameterSpec(init, List.of((long) width), Role.BUFFER, new Init.Normal(1)));
    }
    addLinear("node_proj.weight", width, NodeFeatures.COUNT);
    for (int layer = 0; layer < config.lLayers(); layer++) {
      String name = "L_level.layers." + layer;
      int inner = SwiGlu.innerWidth(width, config.expansion());
      addLinear(name + ".self_attn.qkv_proj.weight", 3L * width, width);
      addLinear(name + ".self_attn.o_proj.weight", width, width);
      addLinear(
          name + ".self_attn.pair_proj.weight",
          width,
          (long) config.numHeads() * PairFeatures.GEOMETRY);
      addLinear(name + ".mlp.gate_up_proj.weight", 2L * inner, width);
      addLinear(name + ".mlp.down_proj.weight", width, inner);
    }
  }

  private void addLinear(String name, long out, long in) {
    add(name, new Init.Normal(1 / Math.sqrt((double) in)), out, in);
  }

  private void add(String name, Init init, long... shape) {
    List<Long> sizes = new ArrayList<>();
    for (long size : shape) {
      sizes.add(size);
    }
    specs.add(new ParameterSpec(name, sizes, Role.DENSE, init));
  }
}
