package org.tinyrecursive.modeltf.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.workers.Exchange;

/**
 * Gradients between this process and the other workers: what its devices found leaves the graph in
 * one piece, what all found comes back. Puzzle rows and metrics are gathered, for they are few.
 */
final class SharedGradients implements AutoCloseable {
  private final Partition partition;
  private final Placeholder<TFloat32> sum;
  private final TFloat32 sumTensor;
  private final float[] values;
  private final Placeholder<TInt32> ids;
  private final TInt32 idsTensor;
  private final Optional<Placeholder<TFloat32>> rows;
  private final Optional<TFloat32> rowsTensor;
  private final int rowWidth;

  /**
   * @param tf operations of the device that has the weights
   */
  SharedGradients(Ops tf, ModelVariables variables, Partition partition) {
    this.partition = partition;
    long count = variables.specs(Role.DENSE).stream().mapToLong(ParameterSpec::size).sum();
    values = new float[Math.toIntExact(count)];
    Shape flat = Shape.of(count);
    sum = tf.placeholder(TFloat32.class, Placeholder.shape(flat));
    sumTensor = TFloat32.tensorOf(flat);
    Shape batch = Shape.of(partition.batch());
    ids = tf.placeholder(TInt32.class, Placeholder.shape(batch));
    idsTensor = TInt32.tensorOf(batch);
    rowWidth = variables.puzzleTable().map(t -> Math.toIntExact(t.shape().get(1))).orElse(0);
    Shape table = Shape.of(partition.batch(), rowWidth);
    rows =
        variables.puzzleTable().map(t -> tf.placeholder(TFloat32.class, Placeholder.shape(table)));
    rowsTensor = rows.map(r -> TFloat32.tensorOf(table));
  }

  /**
   * What this process found, in the graph.
   *
   * @param flat all dense gradients in a row
   * @param ids of the puzzles of its rows
   * @param rows gradients of their embeddings; empty where there are none
   */
  record Local(Operand<TFloat32> flat, Operand<TInt32> ids, Optional<Operand<TFloat32>> rows) {
    /** Adds what {@link SharedGradients#exchange} needs to a run. */
    Session.Runner fetch(Session.Runner runner) {
      runner.fetch(flat).fetch(ids);
      rows.ifPresent(runner::fetch);
      return runner;
    }
  }

  /** Sums of all workers: as {@link FusedGradients#flat} orders them. */
  Operand<TFloat32> sum() {
    return sum;
  }

  /** Puzzles of the whole batch. */
  Operand<TInt32> ids() {
    return ids;
  }

  /** Gradients of their embeddings. */
  Optional<Operand<TFloat32>> rows() {
    return rows.map(r -> r);
  }

  /**
   * Trades what a run fetched for that of all workers.
   *
   * @param at of the first value that {@link Local#fetch} asked for
   * @param metrics sums over the rows here
   * @return sums over the rows of all
   */
  double[] exchange(Exchange workers, Result result, int at, double[] metrics) {
    result.get(at).asRawTensor().data().asFloats().read(values);
    int[] localIds = TensorTransfer.ints(result.get(at + 1));
    float[] localRows = rowWidth == 0 ? new float[0] : TensorTransfer.floats(result.get(at + 2));
    workers.sum(values);
    List<byte[]> all = workers.gather(pack(metrics, localIds, localRows));
    sumTensor.asRawTensor().data().asFloats().write(values);
    double[] sums = new double[StepMetrics.COUNT];
    int[] allIds = new int[partition.batch()];
    float[] allRows = new float[partition.batch() * rowWidth];
    for (int worker = 0; worker < all.size(); worker++) {
      ByteBuffer content = ByteBuffer.wrap(all.get(worker));
      Arrays.setAll(sums, i -> sums[i] + content.getDouble());
      int from = worker * localIds.length;
      content.asIntBuffer().get(allIds, from, localIds.length);
      content.position(content.position() + 4 * localIds.length);
      content.asFloatBuffer().get(allRows, from * rowWidth, localRows.length);
    }
    idsTensor.asRawTensor().data().asInts().write(allIds);
    rowsTensor.ifPresent(tensor -> tensor.asRawTensor().data().asFloats().write(allRows));
    return sums;
  }

  private static byte[] pack(double[] metrics, int[] ids, float[] rows) {
    ByteBuffer content = ByteBuffer.allocate(8 * metrics.length + 4 * ids.length + 4 * rows.length);
    for (double metric : metrics) {
      content.putDouble(metric);
    }
    for (int id : ids) {
      content.putInt(id);
    }
    for (float value : rows) {
      content.putFloat(value);
    }
    return content.array();
  }

  /** Feeds what {@link #exchange} brought. */
  Session.Runner feed(Session.Runner runner) {
    runner.feed(sum, sumTensor).feed(ids, idsTensor);
    rows.ifPresent(placeholder -> runner.feed(placeholder, rowsTensor.orElseThrow()));
    return runner;
  }

  @Override
  public void close() {
    sumTensor.close();
    idsTensor.close();
    rowsTensor.ifPresent(TFloat32::close);
  }
}
