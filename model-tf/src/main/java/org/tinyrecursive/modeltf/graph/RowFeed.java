package org.tinyrecursive.modeltf.graph;

import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TInt32;

/** Which rows of a device's share a pass works on, and what holds for them. */
final class RowFeed implements AutoCloseable {
  private final Placeholder<TInt32> indices;
  private final Placeholder<TInt32> minSteps;
  private final Placeholder<TBool> first;
  private final TInt32 indicesTensor;
  private final TInt32 minStepsTensor;
  private final TBool isFirst = TBool.scalarOf(true);
  private final TBool isLater = TBool.scalarOf(false);
  private final int rows;
  private int from;

  RowFeed(Ops tf, int rows) {
    this.rows = rows;
    Shape shape = Shape.of(rows);
    indices = tf.placeholder(TInt32.class, Placeholder.shape(shape));
    minSteps = tf.placeholder(TInt32.class, Placeholder.shape(shape));
    first = tf.placeholder(TBool.class, Placeholder.shape(Shape.scalar()));
    indicesTensor = TInt32.tensorOf(shape);
    minStepsTensor = TInt32.tensorOf(shape);
  }

  /** [rows] places in the share. */
  Operand<TInt32> indices() {
    return indices;
  }

  /** [rows] steps that a row must make at least. */
  Operand<TInt32> minSteps() {
    return minSteps;
  }

  /** Whether this is the first pass of a step. */
  Operand<TBool> first() {
    return first;
  }

  /**
   * Sets the rows of a pass.
   *
   * @param firstPlace the pass works on this row of the device's share and those after it
   * @param firstRow the same row in the global batch
   * @param leastSteps of the whole global batch
   */
  void fill(int firstPlace, int firstRow, int[] leastSteps) {
    from = firstPlace;
    int[] places = new int[rows];
    for (int i = 0; i < rows; i++) {
      places[i] = firstPlace + i;
    }
    indicesTensor.asRawTensor().data().asInts().write(places);
    minStepsTensor.asRawTensor().data().asInts().write(leastSteps, firstRow, rows);
  }

  Session.Runner feed(Session.Runner runner) {
    return runner
        .feed(indices, indicesTensor)
        .feed(minSteps, minStepsTensor)
        .feed(first, from == 0 ? isFirst : isLater);
  }

  @Override
  public void close() {
    indicesTensor.close();
    minStepsTensor.close();
    isFirst.close();
    isLater.close();
  }
}
