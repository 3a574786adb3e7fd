package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.transforms.random.StableRandom;

/** Structures to score. */
final class Helix {
  private Helix() {}

  /** A helix that bends as it goes, so that it fits itself in one way only. */
  static Coordinates bent(int length) {
    double[] xyz = new double[3 * length];
    for (int i = 0; i < length; i++) {
      double bend = 0.03 * i;
      double radius = 8.5 + 40 * Math.cos(bend);
      xyz[3 * i] = 8.5 * Math.cos(0.57 * i) + radius;
      xyz[3 * i + 1] = 8.5 * Math.sin(0.57 * i) + 40 * Math.sin(bend);
      xyz[3 * i + 2] = 2.7 * i;
    }
    return Coordinates.of(xyz);
  }

  static RigidMotion turn(StableRandom random) {
    double w = random.nextGaussian();
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double n = w * w + x * x + y * y + z * z;
    return new RigidMotion(
        new double[] {
          1 - 2 * (y * y + z * z) / n,
          2 * (x * y - w * z) / n,
          2 * (x * z + w * y) / n,
          2 * (x * y + w * z) / n,
          1 - 2 * (x * x + z * z) / n,
          2 * (y * z - w * x) / n,
          2 * (x * z - w * y) / n,
          2 * (y * z + w * x) / n,
          1 - 2 * (x * x + y * y) / n,
          100 * random.nextGaussian(),
          100 * random.nextGaussian(),
          100 * random.nextGaussian()
        });
  }

  static Coordinates mirrored(Coordinates structure) {
    double[] xyz = structure.toArray();
    for (int i = 0; i < xyz.length; i += 3) {
      xyz[i] = -xyz[i];
    }
    return Coordinates.of(xyz);
  }

  static Coordinates shaken(Coordinates structure, double width, StableRandom random) {
    double[] xyz = structure.toArray();
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] += width * random.nextGaussian();
    }
    return Coordinates.of(xyz);
  }

  static Coordinates without(Coordinates structure, int from, int to) {
    double[] xyz = structure.toArray();
    for (int i = 3 * from; i < 3 * to; i++) {
      xyz[i] = Double.NaN;
    }
    return Coordinates.of(xyz);
  }
}
