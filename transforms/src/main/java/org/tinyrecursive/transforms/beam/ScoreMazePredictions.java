package org.tinyrecursive.transforms.beam;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.tinyrecursive.transforms.maze.MazeScore;
import org.tinyrecursive.transforms.maze.MazeShape;

/**
 * Predicted mazes in, one report out. Every prediction is compared with the answer of its question,
 * and checked to mark any shortest path: of several, the answer given is only one.
 */
public final class ScoreMazePredictions
    extends PTransform<PCollection<RawSource>, PCollection<MazeScoreReport>> {
  private static final long serialVersionUID = 1;
  private static final TupleTag<PredictedRow> ROWS = new TupleTag<>() {};
  private static final TupleTag<KnownAnswer> ANSWERS = new TupleTag<>() {};

  private final ScoredPuzzles.Mazes mazes;
  private final PCollection<RawSource> answers;

  /**
   * @param shape of every maze
   * @param answers files or datasets with the right answers; a prediction whose question they lack
   *     is a reject
   */
  public ScoreMazePredictions(MazeShape shape, PCollection<RawSource> answers) {
    this.mazes = new ScoredPuzzles.Mazes(shape.rows(), shape.columns());
    this.answers = answers;
  }

  @Override
  public PCollection<MazeScoreReport> expand(PCollection<RawSource> predictions) {
    PCollectionTuple rows = predictions.apply("Read predictions", new ReadPredictions(mazes));
    PCollectionTuple known = answers.apply("Read answers", new ReadAnswers(mazes));
    PCollection<MazeScoreReport> scores =
        KeyedPCollectionTuple.of(ROWS, rows.get(ReadPredictions.ROWS))
            .and(ANSWERS, known.get(ReadAnswers.ANSWERS))
            .apply("Join by question", CoGroupByKey.create())
            .apply("Score", ParDo.of(new ScoreFn(mazes)))
            .setCoder(SerializableCoder.of(MazeScoreReport.class));
    PCollection<MazeScoreReport> rejects =
        PCollectionList.of(rows.get(ReadPredictions.REJECTS))
            .and(known.get(ReadAnswers.REJECTS))
            .apply("Rejects of both", Flatten.pCollections())
            .apply(
                "Report rejects",
                MapElements.into(TypeDescriptor.of(MazeScoreReport.class))
                    .via(MazeScoreReport::ofReject))
            .setCoder(SerializableCoder.of(MazeScoreReport.class));
    return PCollectionList.of(scores)
        .and(rejects)
        .apply("All reports", Flatten.pCollections())
        .apply("Add up", Combine.globally(new AddFn()));
  }

  private static final class AddFn extends Combine.BinaryCombineFn<MazeScoreReport> {
    private static final long serialVersionUID = 1;

    @Override
    public MazeScoreReport apply(MazeScoreReport left, MazeScoreReport right) {
      return left.plus(right);
    }

    @Override
    public MazeScoreReport identity() {
      return MazeScoreReport.EMPTY;
    }
  }

  private static final class ScoreFn extends DoFn<KV<Integer, CoGbkResult>, MazeScoreReport> {
    private static final long serialVersionUID = 1;

    private final ScoredPuzzles.Mazes mazes;
    private final Counter scored =
        Metrics.counter(ScoreSudokuPredictions.COUNTERS, ScoreSudokuPredictions.SCORED);

    ScoreFn(ScoredPuzzles.Mazes mazes) {
      this.mazes = mazes;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, CoGbkResult> joined, OutputReceiver<MazeScoreReport> out) {
      SortedMap<String, KnownAnswer> known = new TreeMap<>();
      for (KnownAnswer answer : joined.getValue().getAll(ANSWERS)) {
        // Of several shortest paths any may be given: the first in order, on every runner.
        known.merge(
            answer.question(),
            answer,
            (one, other) -> one.answer().compareTo(other.answer()) <= 0 ? one : other);
      }
      SortedMap<String, List<PredictedRow>> rows = new TreeMap<>();
      for (PredictedRow row : joined.getValue().getAll(ROWS)) {
        rows.computeIfAbsent(row.question(), question -> new ArrayList<>()).add(row);
      }
      MazeScoreReport report = MazeScoreReport.EMPTY;
      for (List<PredictedRow> ofQuestion : rows.values()) {
        report = report.plus(MazeScoreReport.ofRepeated(ofQuestion.size() - 1L));
        for (PredictedRow row : ofQuestion) {
          report = report.plus(score(row, known.get(row.question())));
        }
      }
      for (String question : known.keySet()) {
        report = rows.containsKey(question) ? report : report.plus(MazeScoreReport.ofMissing());
      }
      out.output(report);
    }

    private MazeScoreReport score(PredictedRow row, KnownAnswer known) {
      if (known == null) {
        return MazeScoreReport.ofReject(row.reject("question", "is not among the answers given"));
      }
      scored.inc();
      return MazeScoreReport.ofScore(
          MazeScore.of(
              mazes.shape(), row.question(), row.prediction(), known.answer(), known.source()));
    }
  }
}
