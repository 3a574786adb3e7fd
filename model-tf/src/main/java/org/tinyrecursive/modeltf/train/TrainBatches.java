package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.config.Recipe;

/** The training batches one after the other, sampled, read and made easier. For one thread. */
final class TrainBatches implements AutoCloseable {
  private final PuzzleSampler sampler;
  private final BatchReader reader;
  private final Curriculum curriculum;
  private DataCursor cursor;
  private long step;

  /**
   * Batches from a cursor on.
   *
   * @param step optimizer steps made before
   */
  TrainBatches(
      PuzzleSampler sampler,
      BatchReader reader,
      Curriculum curriculum,
      DataCursor cursor,
      long step) {
    this.sampler = sampler;
    this.reader = reader;
    this.curriculum = curriculum;
    this.cursor = cursor;
    this.step = step;
  }

  /**
   * A batch and where it leaves training.
   *
   * @param after data position after this batch
   */
  record TrainBatch(Batch batch, DataCursor after, PuzzleSampler.Place place) {}

  /** The batches of a run from where it is, prepared on a thread of their own. */
  static Prefetcher prefetch(
      Recipe recipe, TrainingData data, TrainingLength length, Progress progress) {
    Curriculum curriculum =
        new Curriculum(
            recipe.curriculum(),
            data.blankToken().orElse(-1),
            length.totalSteps(),
            recipe.train().seed());
    // A sampler of its own: it is used on the prefetching thread.
    TrainBatches batches =
        new TrainBatches(
            new PuzzleSampler(data.train(), recipe.train()),
            new BatchReader(data.train(), data.shape()),
            curriculum,
            progress.cursor(),
            progress.step());
    return Prefetcher.start(batches, recipe.train().globalBatchSize());
  }

  /** Fills {@code buffer} with the next batch; empty where training ends. */
  Optional<TrainBatch> next(Batch buffer) {
    Optional<PuzzleSampler.Sample> sampled = sampler.sample(cursor);
    if (sampled.isEmpty()) {
      return Optional.empty();
    }
    PuzzleSampler.Sample sample = sampled.get();
    reader.fill(buffer, sample.examples());
    step++;
    for (int row = 0; row < buffer.rows(); row++) {
      curriculum.reveal(
          step, row, buffer.inputs(), buffer.labels(), row * buffer.seqLen(), buffer.seqLen());
    }
    cursor = sample.next();
    return Optional.of(new TrainBatch(buffer, cursor, sample.place()));
  }

  Batch allocate(int rows) {
    return reader.allocate(rows);
  }

  @Override
  public void close() {
    reader.close();
  }
}
