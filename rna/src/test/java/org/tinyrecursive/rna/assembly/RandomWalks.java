package org.tinyrecursive.rna.assembly;

import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.transforms.random.StableRandom;

/** Chains of no particular shape. */
final class RandomWalks {
  private RandomWalks() {}

  static double[] walk(int length, long seed) {
    StableRandom random = StableRandom.of(seed, "walk");
    double[] xyz = new double[3 * length];
    for (int i = 3; i < xyz.length; i++) {
      xyz[i] = xyz[i - 3] + 3.5 * random.nextGaussian();
    }
    return xyz;
  }

  static double[] shaken(double[] xyz, double size, long seed) {
    StableRandom random = StableRandom.of(seed, "shake");
    double[] shaken = xyz.clone();
    for (int i = 0; i < xyz.length; i++) {
      shaken[i] += size * random.nextGaussian();
    }
    return shaken;
  }

  static double[] turned(double[] xyz) {
    RigidMotion motion =
        RigidMotion.fit(
            new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new double[] {5, 5, 5, 5, 6, 5, 5, 5, 6});
    return motion.move(xyz);
  }
}
