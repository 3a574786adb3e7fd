package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.layers.Slices;
import org.tinyrecursive.modeltf.model.Latents;

/**
 * Gaussian noise on the latents of every row before a supervision step. What a row gets is a
 * function of its own seed alone: neither its place in the batch nor its neighbours matter.
 */
final class LatentNoise implements AutoCloseable {
  /** Numbers that seed the noise of a row. */
  static final int SEEDS = 2;

  private final Ops tf;
  private final int rows;
  private final Placeholder<TInt64> seeds;
  private final Placeholder<TFloat32> scales;
  private final TInt64 seedsTensor;
  private final TFloat32 scalesTensor;

  LatentNoise(Ops tf, int rows) {
    this.tf = tf;
    this.rows = rows;
    seeds = tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(rows, SEEDS)));
    scales = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(rows)));
    seedsTensor = TInt64.tensorOf(Shape.of(rows, SEEDS));
    scalesTensor = TFloat32.tensorOf(Shape.of(rows));
  }

  /** The latents, [B, L, D] each, with noise added. */
  <T extends TFloating> Latents<T> addTo(Latents<T> latents, Class<T> dtype) {
    long[] shape = latents.values().get(0).shape().asArray();
    int count = latents.values().size();
    Operand<TFloat32> noise = draw(count, shape[1], shape[2]);
    List<Operand<T>> noisy = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Operand<TFloat32> one = tf.reshape(Slices.take(tf, noise, 1, i, 1), tf.constant(shape));
      noisy.add(tf.math.add(latents.values().get(i), tf.dtypes.cast(one, dtype)));
    }
    return new Latents<>(noisy);
  }

  /** [B, latents, L, D], one stream a row. */
  private Operand<TFloat32> draw(long latents, long length, long width) {
    Operand<TInt64> shape = tf.constant(new long[] {latents, length, width});
    List<Operand<TFloat32>> drawn = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Operand<TInt64> seed =
          tf.reshape(Slices.take(tf, seeds, 0, row, 1), tf.constant(new int[] {SEEDS}));
      drawn.add(tf.random.statelessRandomNormal(shape, seed, TFloat32.class));
    }
    Operand<TFloat32> scale = tf.reshape(scales, tf.constant(new int[] {rows, 1, 1, 1}));
    return tf.math.mul(tf.stack(drawn), scale);
  }

  /** Sets what {@link #feed} feeds. */
  void fill(RowStarts starts) {
    seedsTensor.asRawTensor().data().asLongs().write(starts.noiseSeeds());
    scalesTensor.asRawTensor().data().asFloats().write(starts.noiseScales());
  }

  Session.Runner feed(Session.Runner runner) {
    return runner.feed(seeds, seedsTensor).feed(scales, scalesTensor);
  }

  @Override
  public void close() {
    seedsTensor.close();
    scalesTensor.close();
  }
}
