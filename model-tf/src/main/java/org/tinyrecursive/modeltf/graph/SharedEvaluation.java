package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.types.TBool;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;

/**
 * An evaluation that devices share: each has equally many rows of a batch, in the order of the
 * batch, and all make a step at once.
 *
 * @param devices the graph of each
 */
record SharedEvaluation(List<EvaluationGraph<?>> devices) {
  SharedEvaluation {
    devices = List.copyOf(devices);
  }

  /** Runs a batch for halt_max_steps from a fresh carry. */
  void run(Session session, Batch examples, Consumer<StepOutput> eachStep) {
    int rows = devices.get(0).rows();
    if (examples.rows() != rows * devices.size()) {
      throw new IllegalArgumentException(
          "batch of %d rows for %d devices with %d rows each"
              .formatted(examples.rows(), devices.size(), rows));
    }
    for (int i = 0; i < devices.size(); i++) {
      devices.get(i).fill(examples, i * rows);
    }
    RowStarts starts = new RowStarts(rows);
    for (int step = 0; step < devices.get(0).maxSteps(); step++) {
      try (TBool isFresh = TBool.tensorOf(NdArrays.vectorOf(starts.fresh()))) {
        Session.Runner runner = session.runner();
        devices.forEach(device -> device.addStep(runner, isFresh, starts));
        try (Result result = runner.run()) {
          eachStep.accept(join(result, rows));
        }
      }
      for (int row = 0; row < rows; row++) {
        starts.goOn(row);
      }
    }
  }

  private StepOutput join(Result result, int rows) {
    List<int[]> predictions = new ArrayList<>();
    float[] halt = new float[rows * devices.size()];
    double loss = 0;
    for (int i = 0; i < devices.size(); i++) {
      int at = i * EvaluationGraph.FETCHED;
      predictions.add(TensorTransfer.ints(result.get(at)));
      System.arraycopy(TensorTransfer.floats(result.get(at + 1)), 0, halt, i * rows, rows);
      loss += TensorTransfer.doubles(result.get(at + 2))[0];
    }
    int[] all = predictions.stream().flatMapToInt(Arrays::stream).toArray();
    return new StepOutput(all, halt, loss);
  }
}
