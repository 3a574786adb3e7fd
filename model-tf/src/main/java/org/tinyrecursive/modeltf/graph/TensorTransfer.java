package org.tinyrecursive.modeltf.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TensorType;

/** Copies between TensorFlow's memory and {@link NamedTensor}, bit for bit. */
public final class TensorTransfer {
  private static final Map<Class<? extends TType>, TensorType> STORED =
      Map.of(
          TFloat32.class, TensorType.F32,
          TFloat64.class, TensorType.F64,
          TBfloat16.class, TensorType.BF16,
          TInt32.class, TensorType.I32,
          TBool.class, TensorType.BOOL);

  private TensorTransfer() {}

  static TensorType storedType(Class<? extends TType> type) {
    TensorType stored = STORED.get(type);
    if (stored == null) {
      throw new IllegalArgumentException(type.getSimpleName() + " is not stored");
    }
    return stored;
  }

  /** A tensor with the values of {@code source}; to be closed by the caller. */
  static <T extends TType> T toTensor(Class<T> type, NamedTensor source) {
    if (storedType(type) != source.type()) {
      throw new IllegalArgumentException(source + ": expected " + storedType(type));
    }
    byte[] bytes = new byte[source.data().remaining()];
    source.data().get(bytes);
    Shape shape = Shape.of(source.shape().stream().mapToLong(Long::longValue).toArray());
    return Tensor.of(type, shape, DataBuffers.of(bytes));
  }

  /** A copy of a tensor's values. */
  static NamedTensor toHost(String name, Tensor tensor, Class<? extends TType> type) {
    ByteDataBuffer data = tensor.asRawTensor().data();
    byte[] bytes = new byte[Math.toIntExact(data.size())];
    data.read(bytes);
    List<Long> shape = new ArrayList<>();
    for (long size : tensor.shape().asArray()) {
      shape.add(size);
    }
    return new NamedTensor(name, storedType(type), shape, ByteBuffer.wrap(bytes));
  }

  /** A copy of an int32 tensor's values. */
  static int[] ints(Tensor tensor) {
    int[] values = new int[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asInts().read(values);
    return values;
  }

  /** A copy of a float32 tensor's values. */
  public static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  /** A copy of a float64 tensor's values. */
  static double[] doubles(Tensor tensor) {
    double[] values = new double[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asDoubles().read(values);
    return values;
  }
}
