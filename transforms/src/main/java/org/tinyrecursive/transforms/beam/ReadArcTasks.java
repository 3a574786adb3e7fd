package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.tinyrecursive.transforms.arc.ArcReject;
import org.tinyrecursive.transforms.arc.ArcSolutions;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskReader;

/** Files of ARC tasks in; checked tasks, rejects and a summary of every file out. */
public final class ReadArcTasks extends PTransform<PCollection<ArcSource>, PCollectionTuple> {
  /** Good tasks. */
  public static final TupleTag<ArcRecord> RECORDS = new TupleTag<>() {};

  /** Tasks refused. */
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  /** One for each file. */
  public static final TupleTag<SourceSummary> SUMMARIES = new TupleTag<>() {};

  private static final long serialVersionUID = 1;
  private static final String WHAT = "a JSON file of ARC tasks";

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
      List<SourceSummary> summaries = new ArrayList<>();
      Optional<ArcSolutions> solutions = Optional.empty();
      for (RawSource answers : source.solutions()) {
        try (SourceBytes bytes = SourceBytes.open(answers.spec(), WHAT)) {
          solutions = Optional.of(ArcSolutions.read(answers.name(), bytes.content()));
          summaries.add(summary(answers, bytes, 0, 0));
        }
      }
      long[] good = new long[1];
      long[] bad = new long[1];
      Consumer<ArcReject> rejects =
          reject -> {
            bad[0]++;
            out.get(REJECTS).output(reject(source, reject));
          };
      ArcTaskReader reader =
          new ArcTaskReader(
              task -> {
                if (task.largestSide() > canvas) {
                  rejects.accept(tooLarge(source, task));
                  return;
                }
                good[0]++;
                out.get(RECORDS).output(new ArcRecord(task, source.tasks().index(), source.use()));
              },
              rejects);
      try (SourceBytes bytes = SourceBytes.open(source.tasks().spec(), WHAT)) {
        if (source.layout() == ArcSource.Layout.CHALLENGES) {
          reader.readChallenges(source.tasks().name(), bytes.content(), solutions);
        } else {
          reader.readTask(source.tasks().name(), bytes.content());
        }
        summaries.add(summary(source.tasks(), bytes, good[0] + bad[0], bad[0]));
      }
      read.inc(good[0] + bad[0]);
      rejected.inc(bad[0]);
      summaries.forEach(summary -> out.get(SUMMARIES).output(summary));
    }

    private ArcReject tooLarge(ArcSource source, ArcTask task) {
      return new ArcReject(
          source.tasks().name(),
          0,
          "/" + task.id(),
          task.id(),
          "task",
          "has a grid with a side of %d, the canvas has %d; raise --canvas"
              .formatted(task.largestSide(), canvas));
    }

    private static SourceSummary summary(
        RawSource source, SourceBytes bytes, long read, long rejected) {
      return new SourceSummary(source, bytes.bytes(), bytes.sha256(), read, 0, "", rejected);
    }

    /** Rejects of both files count for the file with the tasks. */
    private static Reject reject(ArcSource source, ArcReject reject) {
      return new Reject(
          source.tasks().index(),
          reject.file(),
          reject.line(),
          reject.path(),
          reject.task(),
          reject.what(),
          reject.reason(),
          "");
    }
  }
}
