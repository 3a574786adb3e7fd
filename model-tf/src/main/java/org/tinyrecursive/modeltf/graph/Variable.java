package org.tinyrecursive.modeltf.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;
import org.tinyrecursive.modeltf.checkpoint.TensorType;

/**
 * A resource variable, read once per step: every use takes that read, and assignments depend on it
 * by data, so no update is seen by the step that makes it.
 *
 * @param <T> element type
 */
public final class Variable<T extends TType> {
  private final String name;
  private final List<Long> shape;
  private final Class<T> type;
  private final Operand<?> handle;
  private final Operand<T> read;
  private final Placeholder<T> loaded;
  private final AssignVariableOp load;
  private final Ops tf;

  Variable(Ops tf, String name, Class<T> type, List<Long> shape) {
    this.tf = tf;
    this.name = name;
    this.type = type;
    this.shape = List.copyOf(shape);
    Shape sizes = Shape.of(shape.stream().mapToLong(Long::longValue).toArray());
    handle = tf.varHandleOp(type, sizes, VarHandleOp.sharedName(name));
    read = tf.readVariableOp(handle, type);
    loaded = tf.placeholder(type, Placeholder.shape(sizes));
    load = tf.assignVariableOp(handle, loaded);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  List<Long> shape() {
    return shape;
  }

  Class<T> type() {
    return type;
  }

  TensorType storedType() {
    return TensorTransfer.storedType(type);
  }

  /** The resource itself, for updates of single rows. */
  Operand<?> handle() {
    return handle;
  }

  /** The value at the start of the step. */
  public Operand<T> read() {
    return read;
  }

  /** Rows of the value at the start of the step. */
  Operand<T> gather(Operand<TInt32> rows) {
    return tf.resourceGather(handle, rows, type);
  }

  /** An operation that sets rows; {@code values} must depend on what {@link #gather} gave. */
  Op scatter(Operand<TInt32> rows, Operand<T> values) {
    return tf.resourceScatterUpdate(handle, rows, values);
  }

  /** An operation that sets the value. */
  public AssignVariableOp assign(Operand<T> value) {
    return tf.assignVariableOp(handle, value);
  }

  /** Adds the setting of this variable to a run; {@code value} must live until it has run. */
  void addLoad(Session.Runner runner, Tensor value) {
    runner.feed(loaded, value).addTarget(load);
  }
}
