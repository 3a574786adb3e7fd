package org.tinyrecursive.modeltf.bench;

import java.util.Arrays;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.graph.Compute;

/** The speed of one large square matrix product with the same library, threads and format. */
final class MatMulCeiling {
  private static final int SIZE = 2048;
  private static final int RUNS = 8;

  private MatMulCeiling() {}

  /** Best of several runs, in GFLOP/s. */
  static <T extends TFloating> double measure(Compute compute, Class<T> dtype) {
    Shape shape = Shape.of(SIZE, SIZE);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<T> x = tf.placeholder(dtype, Placeholder.shape(shape));
      MatMul<T> product = tf.linalg.matMul(x, x, MatMul.transposeB(true));
      try (Session session = new Session(graph, compute.session());
          T values = Tensor.of(dtype, shape, DataBuffers.of(nearlyOnes(dtype)))) {
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
          long start = System.nanoTime();
          session.runner().feed(x, values).addTarget(product).run().close();
          seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return 2.0 * SIZE * SIZE * SIZE / Arrays.stream(seconds).min().orElseThrow() / 1e9;
      }
    }
  }

  /** 1 in bfloat16, and 1.0019 in float32, which ends in the same bits. */
  private static byte[] nearlyOnes(Class<? extends TFloating> dtype) {
    byte[] bytes = new byte[SIZE * SIZE * Compute.bytesPerValue(dtype)];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = (byte) 0x80;
      bytes[i + 1] = 0x3F;
    }
    return bytes;
  }
}
