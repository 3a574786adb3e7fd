package org.tinyrecursive.modeltf.layers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.transforms.random.StableRandom;

/** Tensors made and read at once, without a graph. */
final class EagerTensors {
  private EagerTensors() {}

  static Operand<TFloat32> tensor(Ops tf, float[] values, long... shape) {
    return tf.constant(Shape.of(shape), DataBuffers.of(values));
  }

  static float[] values(Operand<TFloat32> operand) {
    float[] values = new float[Math.toIntExact(operand.shape().size())];
    operand.asTensor().asRawTensor().data().asFloats().read(values);
    return values;
  }

  /** Normal values of a standard deviation. */
  static float[] gaussians(int count, long seed, double deviation) {
    StableRandom random = StableRandom.of(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return values;
  }
}
