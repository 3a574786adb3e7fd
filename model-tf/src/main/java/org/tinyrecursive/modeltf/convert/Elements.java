package org.tinyrecursive.modeltf.convert;

import java.nio.ByteBuffer;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TensorType;

/** Elements of any stored type as float32. */
final class Elements {
  private Elements() {}

  /** The same tensor, float32. */
  static NamedTensor toFloats(NamedTensor tensor) {
    if (tensor.type() == TensorType.F32) {
      return tensor;
    }
    ByteBuffer data = tensor.data();
    float[] values = new float[tensor.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = toFloat(data, tensor.type(), i);
    }
    return NamedTensor.of(tensor.name(), tensor.shape(), values);
  }

  /** Element {@code index} of little-endian data. */
  static float toFloat(ByteBuffer data, TensorType type, int index) {
    int at = index * type.bytes();
    return switch (type) {
      case F32 -> data.getFloat(at);
      case F64 -> (float) data.getDouble(at);
      case BF16 -> Float.intBitsToFloat(data.getShort(at) << 16);
      case F16 -> half(data.getShort(at));
      case I64 -> data.getLong(at);
      case I32 -> data.getInt(at);
      case U8 -> data.get(at) & 0xff;
      case BOOL -> data.get(at) == 0 ? 0 : 1;
    };
  }

  /** IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float tiny = fraction * 0x1p-24f;
      return sign == 0 ? tiny : -tiny;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
