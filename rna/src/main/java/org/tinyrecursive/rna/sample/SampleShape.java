package org.tinyrecursive.rna.sample;

import org.tinyrecursive.rna.structure.Vec3;
import org.tinyrecursive.transforms.random.StableRandom;

/** What a sample looks like. */
enum SampleShape {
  /** A stem closed by a loop. */
  HAIRPIN {
    @Override
    int build(SampleBuilder builder, StableRandom random) {
      builder.addHairpin(upright(random), 4 + random.nextInt(11), 4 + random.nextInt(5));
      return 0;
    }
  },
  /** Two chains in one helix. */
  DUPLEX {
    @Override
    int build(SampleBuilder builder, StableRandom random) {
      AFormHelix helix = upright(random);
      int pairs = 8 + random.nextInt(13);
      SampleBuilder.StemLetters stem = builder.stem(pairs);
      for (int k = 0; k < pairs; k++) {
        builder.add(stem.opening().charAt(k), '(', helix.first(k));
      }
      for (int k = pairs - 1; k >= 0; k--) {
        builder.add(stem.closing().charAt(pairs - 1 - k), ')', helix.second(k));
      }
      return pairs;
    }
  },
  /** Three or four stems that meet. */
  JUNCTION {
    @Override
    int build(SampleBuilder builder, StableRandom random) {
      int stems = 3 + random.nextInt(2);
      AFormHelix[] helices = new AFormHelix[stems];
      for (int i = 0; i < stems; i++) {
        double around = 2 * Math.PI * i / stems;
        double tilt = 0.3 * (random.nextDouble() - 0.5);
        Vec3 out = new Vec3(Math.cos(around), Math.sin(around), tilt).unit();
        helices[i] =
            AFormHelix.along(out.times(CENTRE_GAP), out, 2 * Math.PI * random.nextDouble());
      }
      int pairs = 5 + random.nextInt(6);
      SampleBuilder.StemLetters closing = builder.stem(pairs);
      for (int k = pairs - 1; k >= 0; k--) {
        builder.add(closing.opening().charAt(pairs - 1 - k), '(', helices[0].second(k));
      }
      for (int i = 1; i < stems; i++) {
        link(builder, helices[i].first(0), random);
        builder.addHairpin(helices[i], 4 + random.nextInt(6), 4 + random.nextInt(4));
      }
      link(builder, helices[0].first(0), random);
      for (int k = 0; k < pairs; k++) {
        builder.add(closing.closing().charAt(k), ')', helices[0].first(k));
      }
      return 0;
    }
  };

  private static final double CENTRE_GAP = 17;

  /**
   * Adds all residues.
   *
   * @return residues of the first of two chains, 0 where there is one chain
   */
  abstract int build(SampleBuilder builder, StableRandom random);

  private static AFormHelix upright(StableRandom random) {
    return AFormHelix.along(Vec3.ZERO, new Vec3(0, 0, 1), 2 * Math.PI * random.nextDouble());
  }

  private static void link(SampleBuilder builder, Vec3 to, StableRandom random) {
    int count = Arc.fewest(builder.last(), to) + random.nextInt(2);
    builder.addLoop(to, count, new Vec3(0, 0, random.nextDouble() < 0.5 ? 1 : -1));
  }
}
