package org.tinyrecursive.modeltf.convert;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TensorType;

/**
 * The pickle (protocol 2) of a state dictionary as {@code torch.save} writes it: an OrderedDict of
 * calls of {@code torch._utils._rebuild_tensor_v2}, each naming a storage by its number.
 */
final class StateDictPickle {
  private static final int PROTOCOL = 0x80;
  private static final int FALSE = 0x89;
  private static final int MARK = '(';
  private static final int TUPLE = 't';
  private static final int EMPTY_TUPLE = ')';
  private static final int REDUCE = 'R';
  private static final int PERSISTENT_ID = 'Q';
  private static final int SET_ITEMS = 'u';
  private static final int STOP = '.';

  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

  private StateDictPickle() {}

  /** The bytes; the storage of a tensor has the tensor's place in the list for a name. */
  static byte[] of(List<NamedTensor> tensors) {
    StateDictPickle writer = new StateDictPickle();
    writer.bytes(PROTOCOL, 2);
    writer.emptyDictionary();
    writer.bytes(MARK);
    for (int i = 0; i < tensors.size(); i++) {
      writer.tensor(tensors.get(i), i);
    }
    writer.bytes(SET_ITEMS, STOP);
    return writer.pickle.toByteArray();
  }

  private void tensor(NamedTensor tensor, int storage) {
    if (tensor.type() != TensorType.F32) {
      throw new IllegalArgumentException("%s is not float32".formatted(tensor));
    }
    text(tensor.name());
    global("torch._utils", "_rebuild_tensor_v2");
    bytes(MARK, MARK);
    text("storage");
    global("torch", "FloatStorage");
    text(Integer.toString(storage));
    text("cpu");
    integer(tensor.elements());
    bytes(TUPLE, PERSISTENT_ID);
    integer(0);
    integers(tensor.shape());
    integers(strides(tensor.shape()));
    // No gradient is asked for, and there are no hooks.
    bytes(FALSE);
    emptyDictionary();
    bytes(TUPLE, REDUCE);
  }

  private static List<Long> strides(List<Long> shape) {
    Long[] strides = new Long[shape.size()];
    long stride = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.get(axis);
    }
    return List.of(strides);
  }

  private void emptyDictionary() {
    global("collections", "OrderedDict");
    bytes(EMPTY_TUPLE, REDUCE);
  }

  private void integers(List<Long> values) {
    bytes(MARK);
    values.forEach(this::integer);
    bytes(TUPLE);
  }

  private void global(String module, String name) {
    bytes('c');
    pickle.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes('X');
    littleEndian(utf8.length);
    pickle.writeBytes(utf8);
  }

  private void integer(long value) {
    bytes('J');
    littleEndian(Math.toIntExact(value));
  }

  private void littleEndian(int value) {
    pickle.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private void bytes(int... values) {
    for (int value : values) {
      pickle.write(value);
    }
  }
}
