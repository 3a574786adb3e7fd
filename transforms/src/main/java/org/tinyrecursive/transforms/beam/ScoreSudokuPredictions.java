package org.tinyrecursive.transforms.beam;

import java.util.Set;
import java.util.TreeSet;
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
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuScore;

/**
 * Predictions files in, one report out. Every prediction is compared with the answer of its
 * question: the one given, or else the question's only solution, found by search. What the files
 * claim in their column {@code correct} is counted, never believed.
 */
public final class ScoreSudokuPredictions
    extends PTransform<PCollection<SudokuSource>, PCollection<SudokuScoreReport>> {
  /** Namespace of the counter {@link #SCORED}. */
  public static final String COUNTERS = "score";

  /** Counter: predictions scored so far. */
  public static final String SCORED = "scored";

  private static final long serialVersionUID = 1;
  private static final TupleTag<PredictedRow> ROWS = new TupleTag<>() {};
  private static final TupleTag<String> ANSWERS = new TupleTag<>() {};

  private final Truth truth;
  private final PCollection<SudokuSource> answers;

  /** Where the right answers come from. */
  public enum Truth {
    /** From the sources given; a prediction whose question they lack is a reject. */
    ANSWERS,
    /** From a solver; a prediction whose question has not one solution is a reject. */
    SOLVER
  }

  /**
   * @param answers files or datasets with the right answers; empty where {@code truth} is the
   *     solver
   */
  public ScoreSudokuPredictions(Truth truth, PCollection<SudokuSource> answers) {
    this.truth = truth;
    this.answers = answers;
  }

  @Override
  public PCollection<SudokuScoreReport> expand(PCollection<SudokuSource> predictions) {
    PCollectionTuple rows = predictions.apply("Read predictions", new ReadSudokuPredictions());
    PCollectionTuple known = answers.apply("Read answers", new ReadSudokuAnswers());
    PCollection<SudokuScoreReport> scores =
        KeyedPCollectionTuple.of(ROWS, rows.get(ReadSudokuPredictions.ROWS))
            .and(ANSWERS, known.get(ReadSudokuAnswers.ANSWERS))
            .apply("Join by question", CoGroupByKey.create())
            .apply("Score", ParDo.of(new ScoreFn(truth)))
            .setCoder(SerializableCoder.of(SudokuScoreReport.class));
    PCollection<SudokuScoreReport> rejects =
        PCollectionList.of(rows.get(ReadSudokuPredictions.REJECTS))
            .and(known.get(ReadSudokuAnswers.REJECTS))
            .apply("Rejects of both", Flatten.pCollections())
            .apply(
                "Report rejects",
                MapElements.into(TypeDescriptor.of(SudokuScoreReport.class))
                    .via(SudokuScoreReport::ofReject))
            .setCoder(SerializableCoder.of(SudokuScoreReport.class));
    return PCollectionList.of(scores)
        .and(rejects)
        .apply("All reports", Flatten.pCollections())
        .apply("Add up", Combine.globally(new AddFn()));
  }

  private static final class AddFn extends Combine.BinaryCombineFn<SudokuScoreReport> {
    private static final long serialVersionUID = 1;

    @Override
    public SudokuScoreReport apply(SudokuScoreReport left, SudokuScoreReport right) {
      return left.plus(right);
    }

    @Override
    public SudokuScoreReport identity() {
      return SudokuScoreReport.EMPTY;
    }
  }

  private static final class ScoreFn extends DoFn<KV<String, CoGbkResult>, SudokuScoreReport> {
    private static final long serialVersionUID = 1;

    private final Truth truth;
    private final Counter scored = Metrics.counter(COUNTERS, SCORED);

    ScoreFn(Truth truth) {
      this.truth = truth;
    }

    @ProcessElement
    public void processElement(
        @Element KV<String, CoGbkResult> joined, OutputReceiver<SudokuScoreReport> out) {
      SudokuGrid question = SudokuGrid.parse(joined.getKey());
      Set<String> given = new TreeSet<>();
      joined.getValue().getAll(ANSWERS).forEach(given::add);
      RightAnswer right = null;
      long rows = 0;
      for (PredictedRow row : joined.getValue().getAll(ROWS)) {
        right = right != null ? right : rightAnswer(question, given);
        rows++;
        if (right.answer().isPresent()) {
          SudokuScore score = SudokuScore.of(row.toPrediction(), right.answer().get());
          out.output(SudokuScoreReport.ofScore(score));
          scored.inc();
        } else {
          out.output(SudokuScoreReport.ofReject(row.reject("question", right.reason())));
        }
      }
      if (rows == 0) {
        out.output(SudokuScoreReport.ofMissing());
      } else if (rows > 1) {
        out.output(SudokuScoreReport.ofRepeated(rows - 1));
      }
    }

    private RightAnswer rightAnswer(SudokuGrid question, Set<String> given) {
      return truth == Truth.ANSWERS
          ? RightAnswer.given(question, given)
          : RightAnswer.solved(question);
    }
  }
}
