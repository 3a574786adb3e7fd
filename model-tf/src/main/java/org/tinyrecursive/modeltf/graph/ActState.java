package org.tinyrecursive.modeltf.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TensorType;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.WeightSource;
import org.tinyrecursive.modeltf.model.LatentSpec;
import org.tinyrecursive.modeltf.model.Latents;

/**
 * The carry of every batch row across training steps: latents, steps made, whether it halted, and
 * the example it works on (trm-spec, "ACT wrapper").
 *
 * @param <T> number format of the forward pass
 */
final class ActState<T extends TFloating> {
  /** Prefix of the names of these variables. */
  static final String PREFIX = "carry.";

  /** Name of the variable that says which rows take a new example. */
  static final String HALTED = PREFIX + "halted";

  private final Ops tf;
  private final List<LatentSpec> specs;
  private final List<Variable<T>> latents = new ArrayList<>();
  private final Variable<TInt32> steps;
  private final Variable<TBool> halted;
  private final Variable<TInt32> inputs;
  private final Variable<TInt32> labels;
  private final Variable<TInt32> puzzleIds;

  ActState(
      Ops tf, VariableStore store, Class<T> dtype, int rows, ModelConfig config, DataShape data) {
    this.tf = tf;
    long batch = rows;
    long length = config.prefixLength() + (long) data.seqLen();
    List<Long> latent = List.of(batch, length, (long) config.hiddenSize());
    List<Long> tokens = List.of(batch, (long) data.seqLen());
    specs = LatentSpec.of(config.variant());
    specs.forEach(spec -> latents.add(store.create(PREFIX + spec.name(), dtype, latent)));
    steps = store.create(PREFIX + "steps", TInt32.class, List.of(batch));
    halted = store.create(HALTED, TBool.class, List.of(batch));
    inputs = store.create(PREFIX + "current.inputs", TInt32.class, tokens);
    labels = store.create(PREFIX + "current.labels", TInt32.class, tokens);
    puzzleIds = store.create(PREFIX + "current.puzzle_identifiers", TInt32.class, List.of(batch));
  }

  /** The state in which every row takes an example from the next batch. */
  static NamedTensor allHalted(int rows) {
    byte[] halted = new byte[rows];
    Arrays.fill(halted, (byte) 1);
    return new NamedTensor(HALTED, TensorType.BOOL, List.of((long) rows), ByteBuffer.wrap(halted));
  }

  /** Puzzle of every row, after the rows of all passes were kept. */
  Operand<TInt32> puzzleIds() {
    return puzzleIds.read();
  }

  /**
   * Halted rows take their example from the batch, a fresh carry and steps 0.
   *
   * @param places of the rows in the share
   */
  Begun<T> begin(BatchFeed batch, Operand<TInt32> places, WeightSource weights) {
    long rows = places.shape().get(0);
    Operand<TBool> fresh = halted.gather(places);
    Operand<TBool> freshTokens = tf.reshape(fresh, tf.constant(new long[] {rows, 1}));
    Operand<TBool> freshLatents = tf.reshape(fresh, tf.constant(new long[] {rows, 1, 1}));
    List<Operand<T>> begun = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      Operand<T> first = vector(weights.weight(specs.get(i).init()));
      begun.add(tf.select(freshLatents, first, latents.get(i).gather(places)));
    }
    return new Begun<>(
        new Latents<>(begun),
        tf.select(fresh, tf.constant(0), steps.gather(places)),
        tf.select(freshTokens, batch.inputs(), inputs.gather(places)),
        tf.select(freshTokens, batch.labels(), labels.gather(places)),
        tf.select(fresh, batch.puzzleIds(), puzzleIds.gather(places)));
  }

  /** Keeps what the next step continues from. */
  List<Op> keep(
      Operand<TInt32> places,
      Begun<T> begun,
      Latents<T> carry,
      Operand<TInt32> made,
      Operand<TBool> done) {
    List<Op> kept = new ArrayList<>();
    for (int i = 0; i < latents.size(); i++) {
      kept.add(latents.get(i).scatter(places, carry.values().get(i)));
    }
    kept.add(steps.scatter(places, made));
    kept.add(halted.scatter(places, done));
    kept.add(inputs.scatter(places, begun.inputs()));
    kept.add(labels.scatter(places, begun.labels()));
    kept.add(puzzleIds.scatter(places, begun.puzzleIds()));
    return kept;
  }

  private Operand<T> vector(Operand<TFloat32> init) {
    long width = init.shape().get(0);
    Operand<TFloat32> shaped = tf.reshape(init, tf.constant(new long[] {1, 1, width}));
    return tf.dtypes.cast(shaped, latents.get(0).type());
  }

  /**
   * A step's rows.
   *
   * @param latents [B, L, D] each
   * @param steps [B] steps made before this one
   * @param inputs [B, S]
   * @param labels [B, S]
   * @param puzzleIds [B]
   * @param <T> number format of the forward pass
   */
  record Begun<T extends TFloating>(
      Latents<T> latents,
      Operand<TInt32> steps,
      Operand<TInt32> inputs,
      Operand<TInt32> labels,
      Operand<TInt32> puzzleIds) {}
}
