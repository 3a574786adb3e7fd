package org.tinyrecursive.modeltf.model;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.layers.SwiGlu;
import org.tinyrecursive.modeltf.model.ParameterSpec.Init;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/** All parameters of a model, by published name, in published order. */
public final class ModelParameters {
  private static final float Q_BIAS = -5;

  private final ModelConfig config;
  private final List<ParameterSpec> specs = new ArrayList<>();

  private ModelParameters(ModelConfig config) {
    this.config = config;
  }

  /** The parameters of {@code config} for data of this shape. */
  public static List<ParameterSpec> of(ModelConfig config, DataShape data) {
    ModelParameters parameters = new ModelParameters(config);
    parameters.addAll(data);
    return List.copyOf(parameters.specs);
  }

  private void addAll(DataShape data) {
    int width = config.hiddenSize();
    int length = config.prefixLength() + data.seqLen();
    for (LatentSpec latent : LatentSpec.of(config.variant())) {
      add(latent.init(), Role.BUFFER, new Init.Normal(1), width);
    }
    double embedStd = 1 / Math.sqrt(width);
    add(
        "embed_tokens.embedding_weight",
        Role.DENSE,
        new Init.Normal(embedStd),
        data.vocabSize(),
        width);
    addLinear("lm_head.weight", data.vocabSize(), width);
    add("q_head.weight", Role.DENSE, new Init.Constant(0), 2, width);
    add("q_head.bias", Role.DENSE, new Init.Constant(Q_BIAS), 2);
    if (config.hasPuzzleEmbedding()) {
      add(
          "puzzle_emb.weights",
          Role.PUZZLE_TABLE,
          new Init.Constant(0),
          data.numPuzzleIdentifiers(),
          config.puzzleEmbNdim());
    }
    if (config.posEncodings() == PositionEncoding.LEARNED) {
      add("embed_pos.embedding_weight", Role.DENSE, new Init.Normal(embedStd), length, width);
    }
    if (config.variant().hasHighModule()) {
      addModule("H_level", config.hLayers(), length);
    }
    if (config.variant().hasLowModule()) {
      addModule("L_level", config.lLayers(), length);
    }
  }

  private void addModule(String name, int layers, int length) {
    for (int layer = 0; layer < layers; layer++) {
      addBlock(name + ".layers." + layer, length);
    }
  }

  private void addBlock(String name, int length) {
    int width = config.hiddenSize();
    if (config.mlpT()) {
      addSwiGlu(name + ".mlp_t", length);
    } else {
      addLinear(name + ".self_attn.qkv_proj.weight", 3L * width, width);
      addLinear(name + ".self_attn.o_proj.weight", width, width);
    }
    addSwiGlu(name + ".mlp", width);
  }

  private void addSwiGlu(String name, int width) {
    int inner = SwiGlu.innerWidth(width, config.expansion());
    addLinear(name + ".gate_up_proj.weight", 2L * inner, width);
    addLinear(name + ".down_proj.weight", width, inner);
  }

  private void addLinear(String name, long out, long in) {
    add(name, Role.DENSE, new Init.Normal(1 / Math.sqrt((double) in)), out, in);
  }

  private void add(String name, Role role, Init init, long... shape) {
    List<Long> sizes = new ArrayList<>();
    for (long size : shape) {
      sizes.add(size);
    }
    specs.add(new ParameterSpec(name, sizes, role, init));
  }
}
