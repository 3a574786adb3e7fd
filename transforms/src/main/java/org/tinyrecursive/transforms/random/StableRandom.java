package org.tinyrecursive.transforms.random;

import java.nio.charset.StandardCharsets;

/**
 * A random stream that is a pure function of a seed and a key, the same on every machine, runner
 * and release.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, 2014, "Fast splittable pseudorandom number generators").
 * The JDK's generators are not used because none of those with a small state promises its sequence.
 * Whatever is random about one record draws from the stream of that record's stable key, so neither
 * the order of work nor a retry changes the outcome. Not safe for use by several threads.
 */
public final class StableRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private StableRandom(long state) {
    this.state = state;
  }

  /** The stream of {@code seed} and a sequence of numbers that name its purpose. */
  public static StableRandom of(long seed, long... key) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (long part : key) {
      // The sum before the mixing keeps a seed and a key that are swapped, or equal, apart.
      state = mix((state + GOLDEN_GAMMA) ^ mix(part + GOLDEN_GAMMA));
    }
    return new StableRandom(state);
  }

  /** The stream of {@code seed} and a text, UTF-8, such as a record's id. */
  public static StableRandom of(long seed, String key) {
    return of(seed, hash(key));
  }

  /** A stable 64-bit hash of a text (FNV-1a, then mixed). */
  public static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  /** Uniform over all 64-bit values. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * Uniform over 0 … {@code bound} − 1, without bias.
   *
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound is " + bound + ", allowed: 1 and above");
    }
    long limit = (1L << 32) - (1L << 32) % bound;
    while (true) {
      long draw = nextLong() >>> 32;
      if (draw < limit) {
        return (int) (draw % bound);
      }
    }
  }

  /** Uniform over [0, 1), 53 bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Standard normal (Box and Muller, 1958; the cosine branch). */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  /** A uniform permutation of 0 … {@code size} − 1. */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    shuffle(order);
    return order;
  }

  /** Shuffles in place (Fisher and Yates, as Durstenfeld has it). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  /** Scrambles 64 bits, one to one (variant 13 of Stafford's, the finalizer of SplitMix64). */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
