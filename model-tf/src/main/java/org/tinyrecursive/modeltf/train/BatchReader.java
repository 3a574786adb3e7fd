package org.tinyrecursive.modeltf.train;

import java.util.Arrays;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.transforms.dataset.Split;

/** Fills batches with the examples of a split. For one thread. */
public final class BatchReader implements AutoCloseable {
  private final PuzzleSource source;
  private final PuzzleSource.ExampleReader reader;
  private final DataShape shape;
  private final byte[] inputs;
  private final byte[] labels;

  BatchReader(PuzzleSource source, DataShape shape) {
    this.source = source;
    this.shape = shape;
    reader = source.reader();
    inputs = new byte[shape.seqLen()];
    labels = new byte[shape.seqLen()];
  }

  /** A reader of a dataset's split. */
  public static BatchReader of(Split split, DataShape shape) {
    return new BatchReader(new SplitSource(split), shape);
  }

  /** An empty batch of that many rows. */
  public Batch allocate(int rows) {
    int tokens = Math.multiplyExact(rows, shape.seqLen());
    return new Batch(rows, shape.seqLen(), new int[tokens], new int[tokens], new int[rows], rows);
  }

  /** Fills every row of a batch. */
  void fill(Batch batch, int[] examples) {
    for (int row = 0; row < batch.rows(); row++) {
      fillRow(batch, row, examples[row]);
    }
  }

  /**
   * Fills a batch with {@code count} examples that follow each other; rows beyond hold the pad
   * token, no label and the blank identifier.
   */
  public Batch fillInOrder(Batch batch, int first, int count) {
    for (int row = 0; row < count; row++) {
      fillRow(batch, row, first + row);
    }
    int from = count * shape.seqLen();
    Arrays.fill(batch.inputs(), from, batch.inputs().length, shape.padId());
    Arrays.fill(batch.labels(), from, batch.labels().length, Batch.IGNORE_LABEL);
    Arrays.fill(batch.puzzleIdentifiers(), count, batch.rows(), shape.blankIdentifierId());
    return new Batch(
        batch.rows(),
        batch.seqLen(),
        batch.inputs(),
        batch.labels(),
        batch.puzzleIdentifiers(),
        count);
  }

  /** Fills one row of a batch with an example. */
  public void fillRow(Batch batch, int row, int example) {
    reader.copy(example, inputs, labels);
    int at = row * shape.seqLen();
    for (int i = 0; i < shape.seqLen(); i++) {
      batch.inputs()[at + i] = Byte.toUnsignedInt(inputs[i]);
      int label = Byte.toUnsignedInt(labels[i]);
      batch.labels()[at + i] = label == shape.ignoreLabelId() ? Batch.IGNORE_LABEL : label;
    }
    batch.puzzleIdentifiers()[row] = source.puzzleIdentifier(source.puzzleOf(example));
  }

  @Override
  public void close() {
    reader.close();
  }
}
