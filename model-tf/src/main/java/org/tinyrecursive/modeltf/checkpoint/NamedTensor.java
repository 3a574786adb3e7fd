package org.tinyrecursive.modeltf.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor in host memory.
 *
 * @param name its published name, such as {@code L_level.layers.0.mlp.gate_up_proj.weight}
 * @param type element type
 * @param shape sizes, outermost first; empty for a scalar
 * @param data little-endian, row-major, from position 0 to its limit
 */
public record NamedTensor(String name, TensorType type, List<Long> shape, ByteBuffer data) {
  public NamedTensor {
    shape = List.copyOf(shape);
    data = data.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
    long expected = type.bytes();
    for (long size : shape) {
      expected = Math.multiplyExact(expected, size);
    }
    if (data.remaining() != expected) {
      throw new IllegalArgumentException(
          "%s: %d bytes, expected %d for %s %s"
              .formatted(name, data.remaining(), expected, type, shape));
    }
  }

  /** A float32 tensor with a copy of {@code values}. */
  public static NamedTensor of(String name, List<Long> shape, float... values) {
    ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    return new NamedTensor(name, TensorType.F32, shape, data);
  }

  /** A tensor of zeros. */
  public static NamedTensor zeros(String name, TensorType type, List<Long> shape) {
    long elements = shape.stream().reduce(1L, Math::multiplyExact);
    int bytes = Math.toIntExact(Math.multiplyExact(elements, (long) type.bytes()));
    return new NamedTensor(name, type, shape, ByteBuffer.allocate(bytes));
  }

  /** The same values under another name. */
  public NamedTensor renamed(String newName) {
    return new NamedTensor(newName, type, shape, data);
  }

  /** The bytes, from position 0, independent of other readers' positions; little-endian. */
  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
  }

  /** Elements in all. */
  public int elements() {
    return data.limit() / type.bytes();
  }

  /** A copy of the elements of a float32 tensor. */
  public float[] floats() {
    if (type != TensorType.F32) {
      throw new IllegalArgumentException(name + " is " + type + ", expected F32");
    }
    float[] values = new float[elements()];
    data().asFloatBuffer().get(values);
    return values;
  }

  /** Whether type, shape and every bit agree, whatever the names. */
  public boolean sameBits(NamedTensor other) {
    return type == other.type && shape.equals(other.shape) && data().equals(other.data());
  }

  @Override
  public String toString() {
    return name + " " + type + " " + Arrays.toString(shape.toArray());
  }
}
