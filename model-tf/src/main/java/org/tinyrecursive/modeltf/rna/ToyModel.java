package org.tinyrecursive.modeltf.rna;

import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.Linear;
import org.tinyrecursive.modeltf.model.ParameterSpec;

/**
 * The published toy, to compare with: from letters alone to absolute coordinates, five independent
 * heads, mean squared error of each. A structure has no frame of its own, so the least error is
 * that of a blob, and five heads with one target are five copies of it.
 */
final class ToyModel implements StructureModel {
  static final String HEADS = "coordinate_heads.weight";

  /** Å per unit of a head. */
  private static final float SCALE = 10;

  private final ModelConfig config;
  private final int guesses;

  ToyModel(ModelConfig config, int guesses) {
    this.config = config;
    this.guesses = guesses;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return RnaParameters.ofToy(config, guesses);
  }

  @Override
  public int rowsPerTarget() {
    return 1;
  }

  @Override
  public List<String> lossNames() {
    return List.of("mse");
  }

  @Override
  public Losses losses(Computation<TFloat32> c, RnaFeed feed) {
    Ops tf = c.tf();
    Operand<TFloat32> predicted = guesses(c, feed).positions();
    Operand<TFloat32> known =
        tf.reshape(feed.labelled(), tf.constant(new long[] {feed.rows(), 1, feed.length(), 1}));
    Operand<TFloat32> off =
        tf.math.mul(
            tf.math.sub(
                tf.math.mul(predicted, tf.constant(1 / SCALE)),
                tf.math.mul(tf.expandDims(feed.label(), tf.constant(1)), tf.constant(1 / SCALE))),
            known);
    Operand<TFloat32> count =
        tf.math.maximum(
            tf.math.mul(
                tf.reduceSum(known, tf.constant(new int[] {0, 1, 2, 3})),
                tf.constant(3f * guesses)),
            tf.constant(1f));
    Operand<TFloat32> mse =
        tf.math.div(tf.reduceSum(tf.math.square(off), tf.constant(new int[] {0, 1, 2, 3})), count);
    return new Losses(mse, List.of(mse));
  }

  @Override
  public Guesses guesses(Computation<TFloat32> c, RnaFeed feed) {
    Ops tf = c.tf();
    RnaRecursion recursion = new RnaRecursion(c, config);
    Operand<TFloat32> x = new Linear<>(c, "node_proj.weight").apply(feed.nodes());
    PairFeatures features = new PairFeatures(tf, feed);
    // Without positions there is nothing to see: what the blocks gather is zero everywhere.
    Operand<TFloat32> nothing =
        tf.zerosLike(features.geometry(new ResidueFrames(tf, feed.start()), feed.start()));
    List<Operand<TFloat32>> biases = Collections.nCopies(config.lLayers(), places(tf, feed));
    RnaRecursion.Latents z = recursion.begin(x);
    for (int step = 0; step < config.haltMaxSteps(); step++) {
      z = recursion.run(z.detached(tf), x, biases, nothing);
    }
    Operand<TFloat32> heads = new Linear<>(c, HEADS).apply(z.high());
    Operand<TFloat32> split =
        tf.reshape(heads, tf.constant(new long[] {feed.rows(), feed.length(), guesses, 3}));
    Operand<TFloat32> positions =
        tf.math.mul(
            tf.linalg.transpose(split, tf.constant(new int[] {0, 2, 1, 3})), tf.constant(SCALE));
    return new Guesses(positions, tf.zeros(tf.constant(new long[] {feed.rows()}), TFloat32.class));
  }

  /** Nearer residues weigh more, padding nothing: −|i − j| / 8 for every head, [B, H, L, L]. */
  private Operand<TFloat32> places(Ops tf, RnaFeed feed) {
    Operand<TFloat32> apart =
        tf.math.abs(
            tf.math.sub(
                tf.expandDims(feed.places(), tf.constant(2)),
                tf.expandDims(feed.places(), tf.constant(1))));
    Operand<TFloat32> hidden =
        tf.math.mul(tf.math.sub(tf.constant(1f), feed.mask()), tf.constant(-1e4f));
    Operand<TFloat32> bias =
        tf.math.sub(tf.expandDims(hidden, tf.constant(1)), tf.math.mul(apart, tf.constant(0.125f)));
    Operand<TFloat32> one = tf.expandDims(bias, tf.constant(1));
    return tf.concat(Collections.nCopies(config.numHeads(), one), tf.constant(1));
  }
}
