package org.tinyrecursive.modeltf.rna;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.Linear;
import org.tinyrecursive.modeltf.layers.Slices;
import org.tinyrecursive.modeltf.model.ParameterSpec;

/**
 * Refines a start, again and again: each supervision step runs the recursion on what it sees in the
 * present positions, and moves every residue in its own frame. Turned starts give turned results.
 */
final class RefiningModel implements StructureModel {
  /** Å that a head's output of 1 moves a residue. */
  private static final float REACH = 2;

  private static final float DISTOGRAM_WEIGHT = 0.1f;
  private static final float QUALITY_WEIGHT = 2;

  /** Share of the loss that guesses other than the best have, together. */
  private static final float MIXING = 0.2f;

  private static final float PADDING = -1e4f;

  private final ModelConfig config;
  private final int guesses;

  /**
   * @param guesses numbers of guesses K, each with a vector of its own
   */
  RefiningModel(ModelConfig config, int guesses) {
    this.config = config;
    this.guesses = guesses;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return RnaParameters.ofRefiner(config, guesses);
  }

  @Override
  public int rowsPerTarget() {
    return guesses;
  }

  @Override
  public List<String> lossNames() {
    return List.of("start_loss", "frame_loss", "best_frame_loss", "distogram_loss", "quality_loss");
  }

  @Override
  public Guesses guesses(Computation<TFloat32> c, RnaFeed feed) {
    Ops tf = c.tf();
    List<Step> steps = steps(c, feed);
    Step last = steps.get(steps.size() - 1);
    return new Guesses(tf.expandDims(last.positions(), tf.constant(1)), last.quality());
  }

  @Override
  public Losses losses(Computation<TFloat32> c, RnaFeed feed) {
    Ops tf = c.tf();
    FrameLoss frames = new FrameLoss(tf, feed.label(), feed.labelled());
    List<Operand<TFloat32>> framed = new ArrayList<>();
    List<Operand<TFloat32>> rows = new ArrayList<>();
    List<Operand<TFloat32>> distances = new ArrayList<>();
    List<Operand<TFloat32>> qualities = new ArrayList<>();
    for (Step step : steps(c, feed)) {
      Operand<TFloat32> frame = frames.of(step.positions());
      Operand<TFloat32> distance =
          frames.mean(transposed(tf, Distogram.loss(tf, step.distogram(), knownPairs(tf, frames))));
      framed.add(frame);
      distances.add(distance);
      rows.add(tf.math.add(frame, tf.math.mul(distance, tf.constant(DISTOGRAM_WEIGHT))));
      qualities.add(qualityLoss(tf, feed, step));
    }
    Operand<TFloat32> best = bestOfGuesses(tf, average(tf, rows));
    Operand<TFloat32> quality = average(tf, qualities);
    Operand<TFloat32> last = framed.get(framed.size() - 1);
    return new Losses(
        tf.math.add(best, tf.math.mul(quality, tf.constant(QUALITY_WEIGHT))),
        List.of(
            all(tf, frames.of(feed.start())),
            all(tf, last),
            all(tf, tf.min(byTarget(tf, last), tf.constant(1))),
            all(tf, average(tf, distances)),
            quality));
  }

  /** Distances are kept as [j, i] by the frames; the distogram has [i, j]. */
  private static Operand<TFloat32> knownPairs(Ops tf, FrameLoss frames) {
    return tf.linalg.transpose(frames.distances(), tf.constant(new int[] {0, 2, 1, 3}));
  }

  private static Operand<TFloat32> transposed(Ops tf, Operand<TFloat32> pairs) {
    return tf.linalg.transpose(pairs, tf.constant(new int[] {0, 2, 1}));
  }

  /** The best guess of every target, and a little of the others, so that none is forgotten. */
  private Operand<TFloat32> bestOfGuesses(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> byTarget = byTarget(tf, rows);
    Operand<TInt64> best = tf.math.argMin(byTarget, tf.constant(1));
    Operand<TFloat32> chosen =
        tf.oneHot(best, tf.constant(guesses), tf.constant(1f), tf.constant(0f), OneHot.axis(-1L));
    Operand<TFloat32> weights =
        tf.math.add(tf.math.mul(chosen, tf.constant(1 - MIXING)), tf.constant(MIXING / guesses));
    return all(tf, tf.reduceSum(tf.math.mul(byTarget, tf.stopGradient(weights)), tf.constant(1)));
  }

  /** [B] → [targets, K]. */
  private Operand<TFloat32> byTarget(Ops tf, Operand<TFloat32> rows) {
    return tf.reshape(rows, tf.constant(new long[] {rows.shape().get(0) / guesses, guesses}));
  }

  private static Operand<TFloat32> qualityLoss(Ops tf, RnaFeed feed, Step step) {
    Operand<TFloat32> known = column(tf, feed.quality(), 1);
    Operand<TFloat32> off = tf.math.sub(step.quality(), column(tf, feed.quality(), 0));
    return all(tf, tf.math.mul(tf.math.square(off), known));
  }

  private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> x, int which) {
    return tf.reshape(Slices.take(tf, x, 1, which, 1), tf.constant(new int[] {-1}));
  }

  private static Operand<TFloat32> average(Ops tf, List<Operand<TFloat32>> steps) {
    return tf.math.mul(tf.math.addN(steps), tf.constant(1f / steps.size()));
  }

  private static Operand<TFloat32> all(Ops tf, Operand<TFloat32> values) {
    return tf.math.mean(values, tf.constant(0));
  }

  /** What a supervision step yields: [B, L, 3], [B, L, L, bins], [B]. */
  private record Step(
      Operand<TFloat32> positions, Operand<TFloat32> distogram, Operand<TFloat32> quality) {}

  private List<Step> steps(Computation<TFloat32> c, RnaFeed feed) {
    Ops tf = c.tf();
    Operand<TFloat32> x = input(c, feed);
    RnaRecursion recursion = new RnaRecursion(c, config);
    PairFeatures features = new PairFeatures(tf, feed);
    Distogram distogram = new Distogram(c);
    Linear<TFloat32> bias = new Linear<>(c, "pair_bias.weight");
    Linear<TFloat32> shift = new Linear<>(c, "position_head.weight");
    RnaRecursion.Latents z = recursion.begin(x);
    Operand<TFloat32> positions = feed.start();
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < config.haltMaxSteps(); step++) {
      Operand<TFloat32> present = tf.stopGradient(positions);
      ResidueFrames frames = new ResidueFrames(tf, present);
      Operand<TFloat32> geometry = features.geometry(frames, present);
      Operand<TFloat32> pairs = features.all(geometry);
      z = recursion.run(z, x, biases(tf, bias.apply(pairs), feed), geometry);
      Operand<TFloat32> moved = tf.math.mul(shift.apply(z.high()), tf.constant(REACH));
      positions = frames.move(moved);
      steps.add(new Step(positions, distogram.logits(z.high(), pairs), quality(c, feed, z.high())));
      z = z.detached(tf);
    }
    return steps;
  }

  /** Features of the residues and the vector of the guess, [B, L, D]. */
  private static Operand<TFloat32> input(Computation<TFloat32> c, RnaFeed feed) {
    Ops tf = c.tf();
    Operand<TFloat32> code = tf.linalg.matMul(feed.code(), c.weight("code_embed.weight"));
    return tf.math.add(
        new Linear<>(c, "node_proj.weight").apply(feed.nodes()),
        tf.expandDims(code, tf.constant(1)));
  }

  /** [B, L, L, layers·H] → one [B, H, L, L] a layer; padding is out of sight. */
  private List<Operand<TFloat32>> biases(Ops tf, Operand<TFloat32> all, RnaFeed feed) {
    Operand<TFloat32> hidden =
        tf.math.mul(tf.math.sub(tf.constant(1f), feed.mask()), tf.constant(PADDING));
    Operand<TFloat32> unseen =
        tf.reshape(hidden, tf.constant(new long[] {feed.rows(), 1, 1, feed.length()}));
    Operand<TFloat32> byHead = tf.linalg.transpose(all, tf.constant(new int[] {0, 3, 1, 2}));
    List<Operand<TFloat32>> biases = new ArrayList<>();
    for (int layer = 0; layer < config.lLayers(); layer++) {
      biases.add(
          tf.math.add(
              Slices.take(tf, byHead, 1, layer * config.numHeads(), config.numHeads()), unseen));
    }
    return biases;
  }

  /** Expected TM-score of the start, from the mean of all residues, [B]. */
  private static Operand<TFloat32> quality(
      Computation<TFloat32> c, RnaFeed feed, Operand<TFloat32> high) {
    Ops tf = c.tf();
    Operand<TFloat32> mask = tf.expandDims(feed.mask(), tf.constant(2));
    Operand<TFloat32> mean =
        tf.math.div(
            tf.reduceSum(tf.math.mul(high, mask), tf.constant(1)),
            tf.reduceSum(mask, tf.constant(1)));
    Operand<TFloat32> logit =
        tf.math.add(
            new Linear<>(c, "quality_head.weight").apply(mean), c.weight("quality_head.bias"));
    return tf.reshape(tf.math.sigmoid(logit), tf.constant(new int[] {-1}));
  }
}
