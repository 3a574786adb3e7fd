package org.tinyrecursive.transforms.beam;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.tinyrecursive.transforms.arc.vote.Tally;

/**
 * Files of predictions in, one report out: every prediction is turned back and votes on its
 * question; candidates are ranked, the right answer's place is found.
 */
public final class ScoreArcPredictions
    extends PTransform<PCollection<RawSource>, PCollection<ArcVoteReport>> {
  /** Namespace of the counter {@link #SCORED}. */
  public static final String COUNTERS = "score";

  /** Counter: predictions read so far. */
  public static final String SCORED = "scored";

  private static final long serialVersionUID = 1;
  private static final TupleTag<byte[]> TALLIES = new TupleTag<>() {};
  private static final TupleTag<ArcQuestion> QUESTIONS = new TupleTag<>() {};

  private final List<ArcQuestion> questions;
  private final PuzzleTable table;

  /**
   * @param questions the test inputs of all tasks
   * @param identifiers a list of the names of all puzzles, outside of which none is taken; empty:
   *     any name is
   */
  public ScoreArcPredictions(List<ArcQuestion> questions, String identifiers) {
    this.questions = List.copyOf(questions);
    this.table = new PuzzleTable(identifiers);
  }

  @Override
  public PCollection<ArcVoteReport> expand(PCollection<RawSource> predictions) {
    PCollectionTuple read =
        predictions
            .apply("Spread over workers", Reshuffle.viaRandomKey())
            .apply("Read votes", new ReadArcVotes(table));
    PCollection<KV<String, ArcQuestion>> asked =
        predictions
            .getPipeline()
            .apply(
                "List questions",
                Create.of(questions.stream().map(q -> KV.of(q.key(), q)).toList())
                    .withCoder(
                        KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(ArcQuestion.class))));
    PCollection<ArcVoteReport> results =
        KeyedPCollectionTuple.of(TALLIES, read.get(ReadArcVotes.TALLIES))
            .and(QUESTIONS, asked)
            .apply("Group by question", CoGroupByKey.create())
            .apply("Rank candidates", ParDo.of(new RankFn()))
            .setCoder(SerializableCoder.of(ArcVoteReport.class));
    return PCollectionList.of(results)
        .and(read.get(ReadArcVotes.REPORTS))
        .apply("All reports", Flatten.pCollections())
        .apply("Add up", Combine.globally(new AddFn()));
  }

  private static final class RankFn extends DoFn<KV<String, CoGbkResult>, ArcVoteReport> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(
        @Element KV<String, CoGbkResult> joined, OutputReceiver<ArcVoteReport> out)
        throws IOException {
      Tally tally = new Tally();
      for (byte[] part : joined.getValue().getAll(TALLIES)) {
        tally.read(new DataInputStream(new ByteArrayInputStream(part)));
      }
      boolean asked = false;
      for (ArcQuestion question : joined.getValue().getAll(QUESTIONS)) {
        asked = true;
        out.output(ArcVoteReport.ofResult(ArcVoteResult.of(question, tally)));
      }
      if (!asked) {
        out.output(ArcVoteReport.ofElsewhere(tally.rank().votes()));
      }
    }
  }

  private static final class AddFn extends Combine.BinaryCombineFn<ArcVoteReport> {
    private static final long serialVersionUID = 1;

    @Override
    public ArcVoteReport apply(ArcVoteReport left, ArcVoteReport right) {
      return left.plus(right);
    }

    @Override
    public ArcVoteReport identity() {
      return ArcVoteReport.EMPTY;
    }
  }
}
