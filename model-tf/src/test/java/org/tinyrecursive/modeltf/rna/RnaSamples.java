package org.tinyrecursive.modeltf.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.config.SelectionConfig;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.transforms.random.StableRandom;

/** Small models and examples: chains that coil to the right, and starts that do so badly. */
final class RnaSamples {
  private RnaSamples() {}

  /** A coil of 2.8 Å rise, 32.7° twist, 8.5 Å radius. */
  static float[] coil(int length) {
    float[] xyz = new float[3 * length];
    for (int i = 0; i < length; i++) {
      double angle = Math.toRadians(32.7) * i;
      xyz[3 * i] = (float) (8.5 * Math.cos(angle));
      xyz[3 * i + 1] = (float) (8.5 * Math.sin(angle));
      xyz[3 * i + 2] = 2.8f * i;
    }
    return xyz;
  }

  /** Every coordinate moved by up to so much. */
  static float[] shaken(float[] xyz, double most, long seed) {
    StableRandom random = StableRandom.of(seed, "shake");
    float[] moved = new float[xyz.length];
    for (int i = 0; i < xyz.length; i++) {
      moved[i] = xyz[i] + (float) (most * (2 * random.nextDouble() - 1));
    }
    return moved;
  }

  /** Turned by 40° about z and 25° about x, then shifted. */
  static float[] moved(float[] xyz) {
    double cz = Math.cos(Math.toRadians(40));
    double sz = Math.sin(Math.toRadians(40));
    double cx = Math.cos(Math.toRadians(25));
    double sx = Math.sin(Math.toRadians(25));
    float[] out = new float[xyz.length];
    for (int i = 0; i < xyz.length; i += 3) {
      double x = cz * xyz[i] - sz * xyz[i + 1];
      double y = sz * xyz[i] + cz * xyz[i + 1];
      double z = xyz[i + 2];
      out[i] = (float) (x + 11);
      out[i + 1] = (float) (cx * y - sx * z - 7);
      out[i + 2] = (float) (sx * y + cx * z + 23);
    }
    return out;
  }

  static float[] mirrored(float[] xyz) {
    float[] out = xyz.clone();
    for (int i = 0; i < out.length; i += 3) {
      out[i] = -out[i];
    }
    return out;
  }

  static RnaStart start(float[] xyz, double quality) {
    return new RnaStart(RnaStart.Kind.ASSEMBLED, 0, 0.5f, (float) quality, xyz);
  }

  static RnaExample example(String id, float[] label, List<RnaStart> starts) {
    int n = starts.get(0).xyz().length / 3;
    byte[] tokens = new byte[n];
    int[] residue = new int[n];
    List<RnaExample.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      tokens[i] = (byte) (1 + (i * 7 + id.length()) % 4);
      residue[i] = i;
      if (i < n - 1 - i - 3) {
        pairs.add(new RnaExample.Pair(i, n - 1 - i, 0.9f));
      }
    }
    return new RnaExample(id, tokens, new int[n], residue, new float[0], pairs, starts, label);
  }

  /** A shaken coil that should become a coil. */
  static RnaExample coilExample(String id, int length) {
    float[] label = coil(length);
    return example(
        id,
        label,
        List.of(
            start(shaken(label, 3, id.hashCode()), 0.4),
            start(shaken(label, 5, id.hashCode() + 1L), 0.2)));
  }

  static RnaWindow window(RnaExample example, int code) {
    return new RnaWindow(example, example.starts().get(0), 0, example.length(), code);
  }

  static Recipe recipe(int batch, int epochs, int evalInterval, double lr) {
    return new Recipe(
        "tiny",
        "for tests",
        new ModelConfig(
            16,
            2,
            1,
            2,
            1,
            1,
            false,
            PositionEncoding.NONE,
            0,
            0,
            2,
            0,
            true,
            ForwardDtype.FLOAT32,
            LossKind.SOFTMAX_CROSS_ENTROPY),
        new TrainConfig(
            batch, epochs, evalInterval, 0, 0, 2, lr, 1, 0, 0.9, 0.95, 0, 0, 0, true, 0.9, 0),
        new CurriculumConfig(0, 0, 0, 1),
        RecursionConfig.FULL,
        new OptimizerConfig(OptimizerConfig.DenseOptimizer.ADAM_ATAN2, 1e-8, 1, false),
        MemoryConfig.AUTO,
        SelectionConfig.DEFAULT);
  }
}
