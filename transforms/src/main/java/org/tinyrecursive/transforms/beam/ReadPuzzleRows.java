package org.tinyrecursive.transforms.beam;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Raw files in; checked rows, rejects and a summary of every file out. */
public final class ReadPuzzleRows extends PTransform<PCollection<RawSource>, PCollectionTuple> {
  /** Good rows; where a sample is asked for, no more than its size from each file. */
  public static final TupleTag<PuzzleRow> ROWS = new TupleTag<>() {};

  /** Rows refused. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  /** One for each file. */
  public static final TupleTag<SourceSummary> SUMMARIES = new TupleTag<>() {};

  private static final long serialVersionUID = 1;
  private static final String BELOW = "below --min-difficulty";

  private final RowFormat format;
  private final RowSelection selection;

  /**
   * @param format of every row
   * @param selection which rows are wanted
   */
  public ReadPuzzleRows(RowFormat format, RowSelection selection) {
    this.format = format;
    this.selection = selection;
  }

  @Override
  public PCollectionTuple expand(PCollection<RawSource> sources) {
    PCollectionTuple read =
        sources.apply(
            "Read files",
            ParDo.of(new ReadFn(format, selection))
                .withOutputTags(ROWS, TupleTagList.of(REJECTS).and(SUMMARIES)));
    read.get(ROWS).setCoder(PuzzleRowCoder.of());
    read.get(REJECTS).setCoder(SerializableCoder.of(Reject.class));
    read.get(SUMMARIES).setCoder(SerializableCoder.of(SourceSummary.class));
    return read;
  }

  private static final class ReadFn extends DoFn<RawSource, PuzzleRow> {
    private static final long serialVersionUID = 1;

    private final RowFormat format;
    private final RowSelection selection;
    private final Counter read = Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.READ);
    private final Counter rejected =
        Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.REJECTED);

    ReadFn(RowFormat format, RowSelection selection) {
      this.format = format;
      this.selection = selection;
    }

    @ProcessElement
    public void processElement(@Element RawSource source, MultiOutputReceiver out) {
      RowSample sample = new RowSample(selection.seed(), selection.sampleSize());
      long[] below = new long[1];
      long[] bad = new long[1];
      try (PuzzleFile file = PuzzleFile.open(source, format.header())) {
        file.readRows(
            format,
            (line, checked) -> {
              if (checked.rating() < selection.minDifficulty()) {
                below[0]++;
                return;
              }
              PuzzleRow row = PuzzleRow.of(source.index(), line, checked);
              if (selection.isSample()) {
                sample.add(row);
              } else {
                out.get(ROWS).output(row);
              }
            },
            reject -> {
              if (bad[0]++ < selection.maxStoredRejects()) {
                out.get(REJECTS).output(reject);
              }
            });
        sample.rows().forEach(row -> out.get(ROWS).output(row));
        read.inc(file.read());
        rejected.inc(bad[0]);
        out.get(SUMMARIES)
            .output(
                new SourceSummary(
                    source, file.bytes(), file.sha256(), file.read(), below[0], BELOW, bad[0]));
      }
    }
  }
}
