package org.tinyrecursive.modeltf.convert;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Reads the part of Python's pickle format (protocols 2 to 5) that holds plain containers and
 * tensors. A pickle is a program; this reader runs none of it: a global is only a {@link Global}
 * name, a call is only a {@link Call} record, and what they mean is for the caller to know. A call
 * of anything that makes neither a tensor nor a plain value is refused by its name, wherever it is.
 */
final class PickleReader {
  private static final Object MARK = new Object();

  /** Far above what checkpoints have: each makes an object at most, so memory has a bound. */
  private static final int MAX_INSTRUCTIONS = 4_000_000;

  /** What files of training programs call, besides what makes tensors: values without effects. */
  private static final Set<String> PLAIN_VALUES =
      Set.of(
          "torch.device",
          "torch.Size",
          "__builtin__.set",
          "builtins.set",
          "_codecs.encode",
          "numpy.dtype",
          "numpy.core.multiarray.scalar",
          "numpy._core.multiarray.scalar");

  private final String where;
  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  /**
   * A name such as {@code collections.OrderedDict}.
   *
   * @param name module and name, with a dot between
   */
  record Global(String name) {}

  /**
   * A call that was not made.
   *
   * @param function what would be called
   * @param arguments in order
   */
  record Call(Global function, List<?> arguments) {}

  /**
   * A reference to something outside the pickle.
   *
   * @param id of what kind, and which
   */
  record PersistentId(Object id) {}

  private PickleReader(String where, byte[] pickle) {
    this.where = where;
    in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The object that a pickle describes: of lists, maps, texts, numbers, booleans, {@code null}, and
   * the records of this class. An {@code OrderedDict} is a map.
   *
   * @param where file and entry, for messages
   * @throws InputRefusedException if it is cut off or uses anything else
   */
  static Object read(String where, byte[] pickle) {
    try {
      return new PickleReader(where, pickle).run();
    } catch (BufferUnderflowException | NoSuchElementException e) {
      throw new InputRefusedException(where + " is cut off or no pickle; copy the file again", e);
    } catch (ClassCastException | IllegalArgumentException e) {
      throw new InputRefusedException(
          where + " is no well-formed pickle; copy the file again, or save it anew", e);
    }
  }

  private Object run() {
    for (int made = 0; made < MAX_INSTRUCTIONS; made++) {
      int position = in.position();
      int code = in.get() & 0xff;
      if (code == '.') {
        return stack.pop();
      }
      if (!isStructure(code) && !isScalar(code)) {
        throw new InputRefusedException(
            "%s has the pickle instruction 0x%02x at byte %d; only plain containers and tensors are read"
                .formatted(where, code, position));
      }
    }
    throw new InputRefusedException(
        "%s has more than %d instructions; save the weights alone, model.state_dict()"
            .formatted(where, MAX_INSTRUCTIONS));
  }

  private boolean isStructure(int code) {
    switch (code) {
      case 0x80 -> in.get();
      case 0x95 -> in.getLong();
      case '(' -> stack.push(MARK);
      case '}' -> stack.push(new LinkedHashMap<>());
      case ']' -> stack.push(new ArrayList<>());
      case ')' -> stack.push(List.of());
      case 't' -> stack.push(List.copyOf(sinceMark()));
      case 0x85 -> stack.push(List.copyOf(popLast(1)));
      case 0x86 -> stack.push(List.copyOf(popLast(2)));
      case 0x87 -> stack.push(List.copyOf(popLast(3)));
      case 'q' -> memo.put(in.get() & 0xff, stack.element());
      case 'r' -> memo.put(in.getInt(), stack.element());
      case 0x94 -> memo.put(memo.size(), stack.element());
      case 'h' -> stack.push(remembered(in.get() & 0xff));
      case 'j' -> stack.push(remembered(in.getInt()));
      case 's' -> set(popLast(2));
      case 'u' -> set(sinceMark());
      case 'a' -> append(popLast(1));
      case 'e' -> append(sinceMark());
      case 'c' -> stack.push(new Global(line() + "." + line()));
      case 0x93 -> stack.push(named(popLast(2)));
      case 'Q' -> stack.push(new PersistentId(stack.pop()));
      case 'R' -> call();
      case 0x81, 0x92 -> throw refused("would make an object of %s".formatted(madeBy(code)));
      // The state of an object: PyTorch gives an OrderedDict its versions that way.
      case 'b' -> stack.pop();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isScalar(int code) {
    switch (code) {
      case 'N' -> stack.push(Void.TYPE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'K' -> stack.push((long) (in.get() & 0xff));
      case 'M' -> stack.push((long) (in.getShort() & 0xffff));
      case 'J' -> stack.push((long) in.getInt());
      case 0x8a -> stack.push(longInteger(in.get() & 0xff));
      case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
      case 0x8c -> stack.push(text(in.get() & 0xff));
      case 'X' -> stack.push(text(in.getInt()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void call() {
    List<?> arguments = (List<?>) stack.pop();
    Global function = (Global) stack.pop();
    if (!isHarmless(function)) {
      throw refused("would call " + function.name());
    }
    stack.push(
        function.name().equals("collections.OrderedDict") && arguments.isEmpty()
            ? new LinkedHashMap<>()
            : new Call(function, arguments));
  }

  private static boolean isHarmless(Global function) {
    return function.name().equals("collections.OrderedDict")
        || TensorRecipe.makesTensors(function)
        || PLAIN_VALUES.contains(function.name());
  }

  /** The class of an object that would be made from arguments, or from arguments and keywords. */
  private String madeBy(int code) {
    popLast(code == 0x81 ? 1 : 2);
    return ((Global) stack.pop()).name();
  }

  private InputRefusedException refused(String would) {
    return new InputRefusedException(
        "%s %s at byte %d; only tensors and plain containers are read: save model.state_dict(), not the model"
            .formatted(where, would, in.position() - 1));
  }

  private Object remembered(int key) {
    if (!memo.containsKey(key)) {
      throw new IllegalArgumentException("nothing is remembered as " + key);
    }
    return memo.get(key);
  }

  private static Global named(List<?> parts) {
    return new Global((String) parts.get(0) + '.' + (String) parts.get(1));
  }

  @SuppressWarnings("unchecked") // containers are only made here
  private void set(List<Object> items) {
    Map<Object, Object> map = (Map<Object, Object>) stack.element();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      if (!isKey(items.get(i))) {
        throw new IllegalArgumentException("a key that is no plain value");
      }
      map.put(items.get(i), items.get(i + 1));
    }
  }

  /** A key with containers in it could hold itself, and would have no hash then. */
  private static boolean isKey(Object key) {
    // Lists are made as ArrayList here, tuples are not.
    boolean isTuple = key instanceof List<?> && !(key instanceof ArrayList<?>);
    return isTuple ? ((List<?>) key).stream().allMatch(PickleReader::isPlain) : isPlain(key);
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Global
        || value == Void.TYPE;
  }

  @SuppressWarnings("unchecked") // containers are only made here
  private void append(List<Object> items) {
    ((ArrayList<Object>) stack.element()).addAll(items);
  }

  private List<Object> popLast(int count) {
    Object[] items = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      items[i] = stack.pop();
    }
    return new ArrayList<>(List.of(items));
  }

  private List<Object> sinceMark() {
    List<Object> items = new ArrayList<>();
    for (Object item = stack.pop(); item != MARK; item = stack.pop()) {
      items.add(item);
    }
    Collections.reverse(items);
    return items;
  }

  private long longInteger(int bytes) {
    if (bytes > Long.BYTES) {
      throw new IllegalArgumentException("an integer of " + bytes + " bytes");
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (in.get() & 0xffL) << (8 * i);
    }
    int unused = Long.SIZE - 8 * bytes;
    return bytes == 0 ? 0 : value << unused >> unused;
  }

  private String text(int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new IllegalArgumentException("a text of " + bytes + " bytes");
    }
    byte[] utf8 = new byte[bytes];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (char c = (char) in.get(); c != '\n'; c = (char) in.get()) {
      line.append(c);
    }
    return line.toString();
  }
}
