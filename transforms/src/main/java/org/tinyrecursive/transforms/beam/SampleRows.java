package org.tinyrecursive.transforms.beam;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Keeps the sample that {@link RowSelection} asks for, out of all files together. Reading has cut
 * every file down to that size already, so the one group here is small.
 */
public final class SampleRows extends PTransform<PCollection<PuzzleRow>, PCollection<PuzzleRow>> {
  private static final long serialVersionUID = 1;

  private final RowSelection selection;

  public SampleRows(RowSelection selection) {
    this.selection = selection;
  }

  @Override
  public PCollection<PuzzleRow> expand(PCollection<PuzzleRow> rows) {
    if (!selection.isSample()) {
      return rows;
    }
    return rows.apply(
            "All together",
            WithKeys.<Integer, PuzzleRow>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("Group", GroupByKey.create())
        .apply("Smallest hashes", ParDo.of(new SmallestFn(selection)))
        .setCoder(PuzzleRowCoder.of());
  }

  private static final class SmallestFn extends DoFn<KV<Integer, Iterable<PuzzleRow>>, PuzzleRow> {
    private static final long serialVersionUID = 1;

    private final RowSelection selection;

    SmallestFn(RowSelection selection) {
      this.selection = selection;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<PuzzleRow>> rows, OutputReceiver<PuzzleRow> out) {
      RowSample sample = new RowSample(selection.seed(), selection.sampleSize());
      rows.getValue().forEach(sample::add);
      sample.rows().forEach(out::output);
    }
  }
}
