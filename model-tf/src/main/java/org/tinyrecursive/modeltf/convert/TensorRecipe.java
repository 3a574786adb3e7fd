package org.tinyrecursive.modeltf.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TensorType;
import org.tinyrecursive.modeltf.convert.PickleReader.Call;
import org.tinyrecursive.modeltf.convert.PickleReader.Global;
import org.tinyrecursive.modeltf.convert.PickleReader.PersistentId;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How PyTorch describes a tensor: a storage, and which of its elements.
 *
 * @param type of the elements
 * @param key name of the storage
 * @param offset first element
 * @param shape sizes
 * @param strides elements from one index to the next, per axis
 */
record TensorRecipe(
    TensorType type, String key, long offset, List<Long> shape, List<Long> strides) {
  private static final String REBUILD = "torch._utils._rebuild_tensor_v2";
  private static final String PARAMETER = "torch._utils._rebuild_parameter";

  /** Elements of a tensor that takes some of its storage more than once, as expand() makes. */
  private static final long MAX_REPEATED = 1 << 24;

  private static final Map<String, TensorType> TYPES =
      Map.of(
          "torch.FloatStorage", TensorType.F32,
          "torch.DoubleStorage", TensorType.F64,
          "torch.HalfStorage", TensorType.F16,
          "torch.BFloat16Storage", TensorType.BF16,
          "torch.LongStorage", TensorType.I64,
          "torch.IntStorage", TensorType.I32,
          "torch.ByteStorage", TensorType.U8,
          "torch.BoolStorage", TensorType.BOOL);

  /** Whether calls of a function are read: those that make a tensor or a parameter. */
  static boolean makesTensors(Global function) {
    return function.name().equals(REBUILD) || function.name().equals(PARAMETER);
  }

  /** From the arguments of {@code _rebuild_tensor_v2(storage, offset, size, stride, …)}. */
  static TensorRecipe of(String where, Call call) {
    boolean isParameter =
        call.function().name().equals(PARAMETER)
            && !call.arguments().isEmpty()
            && call.arguments().get(0) instanceof Call;
    return ofTensor(where, isParameter ? (Call) call.arguments().get(0) : call);
  }

  private static TensorRecipe ofTensor(String where, Call call) {
    if (!call.function().name().equals(REBUILD)) {
      throw new InputRefusedException(
          "%s is a %s, expected a tensor".formatted(where, call.function().name()));
    }
    if (call.arguments().size() >= 4
        && call.arguments().get(0) instanceof PersistentId storage
        && storage.id() instanceof List<?> id
        && id.size() >= 3
        && id.get(1) instanceof Global kind
        && id.get(2) instanceof String key
        && call.arguments().get(1) instanceof Long offset) {
      TensorType type = TYPES.get(kind.name());
      if (type == null) {
        throw new InputRefusedException(
            "%s has elements of %s, allowed: %s".formatted(where, kind.name(), TYPES.keySet()));
      }
      List<Long> shape = sizes(where, call.arguments().get(2));
      List<Long> strides = sizes(where, call.arguments().get(3));
      if (shape.size() == strides.size()) {
        return new TensorRecipe(type, key, offset, shape, strides);
      }
    }
    throw new InputRefusedException(
        where + " is no well-formed tensor; copy the file again, or save it anew");
  }

  private static List<Long> sizes(String where, Object value) {
    if (!(value instanceof List<?> list)) {
      throw new InputRefusedException(where + " has a shape or strides that are no list of sizes");
    }
    List<Long> sizes = new ArrayList<>();
    for (Object size : list) {
      if (!(size instanceof Long number) || number < 0) {
        throw new InputRefusedException(
            "%s has the size %s, allowed: whole numbers, 0 and above"
                .formatted(where, size instanceof Number ? size : "that is no number"));
      }
      sizes.add(number);
    }
    return sizes;
  }

  /**
   * The tensor, row-major float32, from the bytes of its storage.
   *
   * @param where file and name, for messages
   */
  NamedTensor build(String where, String name, byte[] storage) {
    int elements = checkedElements(where, storage.length / type.bytes());
    ByteBuffer source = ByteBuffer.wrap(storage).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[elements];
    long[] index = new long[shape.size()];
    for (int i = 0; i < elements; i++) {
      long at = offset;
      for (int axis = 0; axis < index.length; axis++) {
        at += index[axis] * strides.get(axis);
      }
      values[i] = Elements.toFloat(source, type, (int) at);
      next(index);
    }
    return NamedTensor.of(name, shape, values);
  }

  /** Number of elements, all of which lie within a storage of {@code stored} elements. */
  private int checkedElements(String where, int stored) {
    try {
      long bytes = Float.BYTES;
      long last = offset;
      for (int axis = 0; axis < shape.size(); axis++) {
        bytes = Math.multiplyExact(bytes, shape.get(axis));
        last = Math.addExact(last, Math.multiplyExact(shape.get(axis) - 1, strides.get(axis)));
      }
      long elements = bytes / Float.BYTES;
      if (elements > 0 && (offset < 0 || last >= stored)) {
        throw new InputRefusedException(
            "%s is cut off: its last element is number %d of a storage of %d elements (%s); copy the file again"
                .formatted(where, last + 1, stored, type));
      }
      if (elements > Math.max(stored, MAX_REPEATED)) {
        throw new InputRefusedException(
            "%s has %d elements that repeat those of a storage of %d; save it as tensor.contiguous()"
                .formatted(where, elements, stored));
      }
      return Math.toIntExact(bytes) / Float.BYTES;
    } catch (ArithmeticException e) {
      throw new InputRefusedException(
          "%s has shape %s and strides %s, which is more than can be read"
              .formatted(where, shape, strides),
          e);
    }
  }

  private void next(long[] index) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape.get(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}
