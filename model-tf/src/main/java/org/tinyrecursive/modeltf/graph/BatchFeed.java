package org.tinyrecursive.modeltf.graph;

import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.train.Batch;

/** The placeholders of a batch, with tensors that are allocated once and filled at every step. */
final class BatchFeed implements AutoCloseable {
  private final Placeholder<TInt32> inputs;
  private final Placeholder<TInt32> labels;
  private final Placeholder<TInt32> puzzleIds;
  private final TInt32 inputsTensor;
  private final TInt32 labelsTensor;
  private final TInt32 puzzleIdsTensor;
  private final int rows;
  private final int seqLen;

  BatchFeed(Ops tf, int rows, int seqLen) {
    this.rows = rows;
    this.seqLen = seqLen;
    Shape tokens = Shape.of(rows, seqLen);
    inputs = tf.placeholder(TInt32.class, Placeholder.shape(tokens));
    labels = tf.placeholder(TInt32.class, Placeholder.shape(tokens));
    puzzleIds = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(rows)));
    inputsTensor = TInt32.tensorOf(tokens);
    labelsTensor = TInt32.tensorOf(tokens);
    puzzleIdsTensor = TInt32.tensorOf(Shape.of(rows));
  }

  Placeholder<TInt32> inputs() {
    return inputs;
  }

  Placeholder<TInt32> labels() {
    return labels;
  }

  Placeholder<TInt32> puzzleIds() {
    return puzzleIds;
  }

  /** Copies the batch in; {@link #feed} then uses it until the next call. */
  void fill(Batch batch) {
    if (batch.rows() != rows || batch.seqLen() != seqLen) {
      throw new IllegalArgumentException(
          "batch of %d × %d, the graph was built for %d × %d"
              .formatted(batch.rows(), batch.seqLen(), rows, seqLen));
    }
    fill(batch, 0);
  }

  /** Copies the rows of a batch that begin at {@code from}. */
  void fill(Batch batch, int from) {
    write(inputsTensor, batch.inputs(), from * seqLen, rows * seqLen);
    write(labelsTensor, batch.labels(), from * seqLen, rows * seqLen);
    write(puzzleIdsTensor, batch.puzzleIdentifiers(), from, rows);
  }

  private static void write(TInt32 tensor, int[] values, int from, int count) {
    tensor.asRawTensor().data().asInts().write(values, from, count);
  }

  /** Feeds what {@link #fill} was given last. */
  Session.Runner feed(Session.Runner runner) {
    return runner
        .feed(inputs, inputsTensor)
        .feed(labels, labelsTensor)
        .feed(puzzleIds, puzzleIdsTensor);
  }

  @Override
  public void close() {
    inputsTensor.close();
    labelsTensor.close();
    puzzleIdsTensor.close();
  }
}
