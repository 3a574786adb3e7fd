package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.layers.SwiGlu;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;

/**
 * What a training step needs of memory: an estimate from the sizes of its tensors, a little above
 * what was measured.
 */
public final class StepMemory {
  /** Native library, graph, and what the allocator holds besides. */
  private static final double LIBRARY_BYTES = 0.8e9;

  /** Float32 copies of every dense value: raw, moments, average, gradient, sum, updates. */
  private static final double DENSE_COPIES = 12;

  /** Those of a further device: weights, gradients, their sum, and both once more in one piece. */
  private static final double REPLICA_COPIES = 5;

  /** Float64 copies of the scores of a token: log-probabilities and their gradients. */
  private static final double SCORE_COPIES = 12;

  private final ModelConfig config;
  private final DataShape data;
  private final double bytesPerValue;

  /**
   * @param bytesPerValue of the forward format
   */
  public StepMemory(ModelConfig config, DataShape data, int bytesPerValue) {
    this.config = config;
    this.data = data;
    this.bytesPerValue = bytesPerValue;
  }

  /** Bytes of a whole step. */
  public double step(int batchRows, int passRows, Recompute recompute) {
    return fixed() + batchRows * carried() + passRows * perExample(recompute);
  }

  /** Bytes that do not grow with the batch. */
  public double fixed() {
    List<ParameterSpec> specs = ModelParameters.of(config, data);
    double dense = values(specs, Role.DENSE);
    double table = values(specs, Role.PUZZLE_TABLE);
    return LIBRARY_BYTES + 4 * (DENSE_COPIES * dense + table);
  }

  /** Bytes that each further device takes, beside its passes. */
  public double perReplica() {
    return 4 * REPLICA_COPIES * values(ModelParameters.of(config, data), Role.DENSE);
  }

  private static double values(List<ParameterSpec> specs, Role role) {
    return specs.stream()
        .filter(spec -> spec.role() == role)
        .mapToDouble(spec -> (double) spec.size())
        .sum();
  }

  /** Bytes of the carry of an example, kept between steps. */
  public double carried() {
    return latents() * latent() * bytesPerValue + 8.0 * data.seqLen();
  }

  /** Bytes of an example within a pass. */
  public double perExample(Recompute recompute) {
    double backward = RecursionDepth.of(config).backward();
    double scores = SCORE_COPIES * 8 * data.seqLen() * data.vocabSize();
    // While one block's gradient is made, its values and about as many gradients are there.
    double working = 2 * block() + (2 * latents() + 6) * latent();
    double kept = backward * (recompute == Recompute.BLOCKS ? 2 * latent() : block());
    return (working + kept) * bytesPerValue + scores;
  }

  private int latents() {
    return LatentSpec.of(config.variant()).size();
  }

  private double length() {
    return config.prefixLength() + (double) data.seqLen();
  }

  private double latent() {
    return length() * config.hiddenSize();
  }

  /** Values inside a block that its gradient needs. */
  private double block() {
    double width = config.hiddenSize();
    double mlp = 5.0 * SwiGlu.innerWidth(config.hiddenSize(), config.expansion()) * length();
    double mixer =
        config.mlpT()
            ? 5.0 * SwiGlu.innerWidth((int) length(), config.expansion()) * width
            : 12 * latent() + 2.0 * config.numHeads() * length() * length();
    return mlp + mixer + 8 * latent();
  }
}
