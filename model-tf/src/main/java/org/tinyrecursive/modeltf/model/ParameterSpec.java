package org.tinyrecursive.modeltf.model;

import java.util.Arrays;
import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A parameter before it has a value.
 *
 * @param name published name
 * @param shape sizes, outermost first
 * @param role how it is trained
 * @param init how its first value is drawn
 */
public record ParameterSpec(String name, List<Long> shape, Role role, Init init) {
  /** How a parameter is trained. */
  public enum Role {
    /** By AdamATan2. */
    DENSE,
    /** The puzzle table: touched rows only, by SignSGD. */
    PUZZLE_TABLE,
    /** Never: the vectors that fresh carries start from. */
    BUFFER
  }

  /** How a first value is drawn. */
  public sealed interface Init {
    /** Truncated normal of this standard deviation. */
    record Normal(double std) implements Init {}

    /** The same value everywhere. */
    record Constant(float value) implements Init {}
  }

  public ParameterSpec {
    shape = List.copyOf(shape);
  }

  /** Number of values. */
  public long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** Its first value: a function of the seed and its name alone. */
  public NamedTensor initialValue(long seed) {
    float[] values = new float[Math.toIntExact(size())];
    if (init instanceof Init.Normal normal) {
      new TruncatedNormal(normal.std()).fill(values, StableRandom.of(seed, name));
    } else if (init instanceof Init.Constant constant) {
      Arrays.fill(values, constant.value());
    }
    return NamedTensor.of(name, shape, values);
  }
}
