package org.tinyrecursive.pipelines.bench;

import org.tinyrecursive.modeltf.graph.RowStarts;
import org.tinyrecursive.modeltf.predict.Predictor;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.BatchReader;
import org.tinyrecursive.transforms.dataset.Split;

/** The forward pass alone: supervision steps with one batch that never changes. */
final class BareForward {
  private final Predictor model;
  private final Batch batch;

  /**
   * @param split whose first examples fill the batch, over and over where it has fewer
   */
  BareForward(Predictor model, Split split) {
    this.model = model;
    try (BatchReader reader = BatchReader.of(split, model.data())) {
      batch = reader.allocate(model.batchSize());
      for (int row = 0; row < batch.rows(); row++) {
        reader.fillRow(batch, row, row % split.exampleCount());
      }
    }
  }

  /** Makes all steps of so many batches. */
  void run(long batches) {
    RowStarts starts = new RowStarts(batch.rows());
    for (long i = 0; i < batches; i++) {
      for (int step = 0; step < model.haltMaxSteps(); step++) {
        for (int row = 0; row < batch.rows(); row++) {
          if (step == 0) {
            starts.begin(row);
          } else {
            starts.goOn(row);
          }
        }
        model.step(batch, starts);
      }
    }
  }
}
