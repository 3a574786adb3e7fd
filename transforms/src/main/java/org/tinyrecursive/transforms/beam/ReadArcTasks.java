package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.List;
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

/** Files of ARC tasks in; checked tasks, rejects and a summary of every file out. */
public final class ReadArcTasks extends PTransform<PCollection<ArcSource>, PCollectionTuple> {
  /** Good tasks. */
  public static final TupleTag<ArcRecord> RECORDS = new TupleTag<>() {};

  /** Tasks refused. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  /** One for each file. */
  public static final TupleTag<SourceSummary> SUMMARIES = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final int canvas;

  /**
   * @param canvas rows and columns that a grid may have
   */
  public ReadArcTasks(int canvas) {
    this.canvas = canvas;
  }

  @Override
  public PCollectionTuple expand(PCollection<ArcSource> sources) {
    PCollectionTuple read =
        sources.apply(
            "Read files",
            ParDo.of(new ReadFn(canvas))
                .withOutputTags(RECORDS, TupleTagList.of(REJECTS).and(SUMMARIES)));
    read.get(RECORDS).setCoder(ArcRecordCoder.of());
    read.get(REJECTS).setCoder(SerializableCoder.of(Reject.class));
    read.get(SUMMARIES).setCoder(SerializableCoder.of(SourceSummary.class));
    return read;
  }

  private static final class ReadFn extends DoFn<ArcSource, ArcRecord> {
    private static final long serialVersionUID = 1;

    private final Counter read = Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.READ);
    private final Counter rejected =
        Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.REJECTED);
    private final int canvas;

    ReadFn(int canvas) {
      this.canvas = canvas;
    }

    @ProcessElement
    public void processElement(@Element ArcSource source, MultiOutputReceiver out)
        throws IOException {
      List<SourceSummary> summaries =
          new ArcSourceReader(canvas)
              .read(source, out.get(RECORDS)::output, out.get(REJECTS)::output);
      for (SourceSummary summary : summaries) {
        read.inc(summary.read());
        rejected.inc(summary.rejected());
        out.get(SUMMARIES).output(summary);
      }
    }
  }
}
