package org.tinyrecursive.modeltf.predict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.BatchReader;
import org.tinyrecursive.modeltf.train.BatchScore;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.prediction.Prediction;

/** Predicts ranges of a split, batch by batch. For one thread. */
public final class SplitPredictor implements AutoCloseable {
  private final Predictor model;
  private final BatchReader reader;
  private final Batch buffer;

  /**
   * @param split whose tokens the model understands
   */
  public SplitPredictor(Predictor model, Split split) {
    this.model = model;
    reader = BatchReader.of(split, model.data());
    buffer = reader.allocate(model.batchSize());
  }

  /**
   * Predicts the examples {@code first} … {@code first + count} − 1 in order; the last batch is
   * padded.
   *
   * @return how many are right after each supervision step
   */
  public StepCounts predict(int first, int count, PredictionSink sink) throws IOException {
    StepCounts counts = StepCounts.EMPTY;
    for (int done = 0; done < count; done += buffer.rows()) {
      Batch batch = reader.fillInOrder(buffer, first + done, Math.min(buffer.rows(), count - done));
      List<StepOutput> steps = new ArrayList<>();
      model.evaluate(batch, steps::add);
      List<BatchScore> scores = steps.stream().map(step -> BatchScore.of(batch, step)).toList();
      counts = counts.plus(StepCounts.of(scores));
      emit(batch, first + done, steps.get(steps.size() - 1), scores.get(scores.size() - 1), sink);
    }
    return counts;
  }

  private static void emit(
      Batch batch, int first, StepOutput output, BatchScore score, PredictionSink sink)
      throws IOException {
    for (int row = 0; row < batch.filled(); row++) {
      sink.accept(
          new Prediction(
              first + row,
              tokens(batch.inputs(), row, batch.seqLen()),
              tokens(output.predictions(), row, batch.seqLen()),
              score.exact(row),
              output.qHalt()[row]));
    }
  }

  private static byte[] tokens(int[] values, int row, int seqLen) {
    byte[] tokens = new byte[seqLen];
    for (int i = 0; i < seqLen; i++) {
      tokens[i] = (byte) values[row * seqLen + i];
    }
    return tokens;
  }

  @Override
  public void close() {
    reader.close();
  }
}
