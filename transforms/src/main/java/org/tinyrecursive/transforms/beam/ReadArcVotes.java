package org.tinyrecursive.transforms.beam;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.arc.vote.Tally;
import org.tinyrecursive.transforms.arc.vote.Vote;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * Files of predictions in; votes by question, counted as far as a file goes, and what else is to be
 * reported, out. Grids never leave the reader as tokens, so little crosses the shuffle.
 */
final class ReadArcVotes extends PTransform<PCollection<RawSource>, PCollectionTuple> {
  static final TupleTag<KV<String, byte[]>> TALLIES = new TupleTag<>() {};
  static final TupleTag<ArcVoteReport> REPORTS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final PuzzleTable table;

  /**
   * @param table of the puzzles that there are
   */
  ReadArcVotes(PuzzleTable table) {
    this.table = table;
  }

  @Override
  public PCollectionTuple expand(PCollection<RawSource> sources) {
    PCollectionTuple read =
        sources.apply(
            "Read files",
            ParDo.of(new ReadFn(table)).withOutputTags(TALLIES, TupleTagList.of(REPORTS)));
    read.get(TALLIES).setCoder(KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of()));
    read.get(REPORTS).setCoder(SerializableCoder.of(ArcVoteReport.class));
    return read;
  }

  private static final class ReadFn extends DoFn<RawSource, KV<String, byte[]>> {
    private static final long serialVersionUID = 1;

    /** Candidates counted before they are handed on: bounds the memory of a reader. */
    private static final int MOST_CANDIDATES = 10_000;

    private final PuzzleTable table;
    private final Counter scored =
        Metrics.counter(ScoreArcPredictions.COUNTERS, ScoreArcPredictions.SCORED);

    ReadFn(PuzzleTable table) {
      this.table = table;
    }

    @ProcessElement
    public void processElement(@Element RawSource source, MultiOutputReceiver out) {
      Counted counted = new Counted(source, out);
      new ArcPredictionFile(source).read(counted);
      counted.finish();
    }

    /** The votes of one file. */
    private final class Counted implements ArcPredictionFile.Sink {
      private final RawSource source;
      private final MultiOutputReceiver out;
      private final Map<String, Tally> tallies = new HashMap<>();
      private ArcSourceCounts counts = ArcSourceCounts.NONE;
      private int candidates;

      Counted(RawSource source, MultiOutputReceiver out) {
        this.source = source;
        this.out = out;
      }

      @Override
      public void accept(long row, ArcPrediction read) throws RejectedRowException {
        Vote vote =
            Vote.of(name(read.puzzle()), read.input(), read.prediction(), read.logit())
                .orElseThrow(
                    () -> new RejectedRowException("input", "has no grid: no colour is in it"));
        scored.inc();
        counts =
            counts.plus(
                new ArcSourceCounts(
                    1, vote.form() == Vote.Form.RAGGED ? 1 : 0, vote.answer().isEmpty() ? 1 : 0));
        if (vote.answer().isPresent()) {
          Tally tally =
              tallies.computeIfAbsent(
                  ArcQuestion.key(vote.task(), vote.question()), none -> new Tally());
          int before = tally.candidates();
          tally.add(vote.answer().get(), place(row), vote.confidence());
          candidates += tally.candidates() - before;
          if (candidates >= MOST_CANDIDATES) {
            handOn();
          }
        }
      }

      private PuzzleName name(String puzzle) throws RejectedRowException {
        String problem = table.problem(puzzle);
        if (!problem.isEmpty()) {
          throw new RejectedRowException("puzzle", problem);
        }
        try {
          return PuzzleName.parse(puzzle);
        } catch (IllegalArgumentException wrong) {
          throw new RejectedRowException("puzzle", "is no name: " + wrong.getMessage());
        }
      }

      /** Predictions are ordered by file, then by row. */
      private long place(long row) {
        return ((long) source.index() << 40) + row;
      }

      @Override
      public void reject(Reject reject) {
        out.get(REPORTS).output(ArcVoteReport.ofReject(reject));
      }

      private void handOn() {
        tallies.forEach((key, tally) -> out.get(TALLIES).output(KV.of(key, bytes(tally))));
        tallies.clear();
        candidates = 0;
      }

      void finish() {
        handOn();
        out.get(REPORTS).output(ArcVoteReport.ofSource(source.index(), counts));
      }
    }

    private static byte[] bytes(Tally tally) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        tally.write(new DataOutputStream(bytes));
      } catch (IOException neverInMemory) {
        throw new UncheckedIOException(neverInMemory);
      }
      return bytes.toByteArray();
    }
  }
}
