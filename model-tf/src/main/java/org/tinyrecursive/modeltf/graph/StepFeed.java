package org.tinyrecursive.modeltf.graph;

import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.layers.Slices;
import org.tinyrecursive.modeltf.optim.DenseOptimizer;

/** The rates of a step. */
public final class StepFeed implements AutoCloseable {
  private static final int RATES = 5;

  private final TrainConfig config;
  private final Ops tf;
  private final Placeholder<TFloat32> rates;
  private final TFloat32 ratesTensor;

  /** The placeholder of the rates. */
  public StepFeed(Ops tf, TrainConfig config) {
    this.tf = tf;
    this.config = config;
    rates = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(RATES)));
    ratesTensor = TFloat32.tensorOf(Shape.of(RATES));
  }

  DenseOptimizer.Rates denseRates() {
    return new DenseOptimizer.Rates(rate(0), rate(1), rate(2));
  }

  /** 1 − lr·wd of the puzzle rows. */
  Operand<TFloat32> puzzleDecay() {
    return rate(3);
  }

  /** Learning rate of the puzzle rows. */
  Operand<TFloat32> puzzleLr() {
    return rate(4);
  }

  /** Sets the values of a step, numbered from 1. */
  public void fill(long stepNumber, double lr, double puzzleLr) {
    double step = stepNumber;
    float[] values = {
      (float) (1 - lr * config.weightDecay()),
      (float) (lr / (1 - Math.pow(config.beta1(), step))),
      (float) (1 / Math.sqrt(1 - Math.pow(config.beta2(), step))),
      (float) (1 - puzzleLr * config.puzzleEmbWeightDecay()),
      (float) puzzleLr
    };
    ratesTensor.asRawTensor().data().asFloats().write(values);
  }

  /** Feeds what {@link #fill} was given last. */
  public Session.Runner feed(Session.Runner runner) {
    return runner.feed(rates, ratesTensor);
  }

  private Operand<TFloat32> rate(int index) {
    return tf.reshape(Slices.take(tf, rates, 0, index, 1), tf.constant(new int[0]));
  }

  @Override
  public void close() {
    ratesTensor.close();
  }
}
