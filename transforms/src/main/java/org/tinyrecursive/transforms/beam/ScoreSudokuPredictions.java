package org.tinyrecursive.transforms.beam;

import java.util.Map;
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
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuScore;

/**
 * Predictions files in, one report out. Every prediction is compared with the answer of its
 * question: the one given, or else the question's only solution, found by search. What the files
 * claim in their column {@code correct} is counted, never believed.
 */
public final class ScoreSudokuPredictions
    extends PTransform<PCollection<RawSource>, PCollection<SudokuScoreReport>> {
  /** Namespace of the counter {@link #SCORED}. */
  public static final String COUNTERS = "score";

  /** Counter: predictions scored so far. */
  public static final String SCORED = "scored";

  private static final long serialVersionUID = 1;

  private final Truth truth;
  private final PCollection<RawSource> answers;

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
  public ScoreSudokuPredictions(Truth truth, PCollection<RawSource> answers) {
    this.truth = truth;
    this.answers = answers;
  }

  @Override
  public PCollection<SudokuScoreReport> expand(PCollection<RawSource> predictions) {
    PCollectionTuple joined =
        predictions.apply(
            "Join by question", new JoinQuestions(new ScoredPuzzles.Sudokus(), answers));
    PCollection<SudokuScoreReport> scores =
        joined
            .get(JoinQuestions.GROUPS)
            .apply("Score", ParDo.of(new ScoreFn(truth)))
            .setCoder(SerializableCoder.of(SudokuScoreReport.class));
    PCollection<SudokuScoreReport> rejects =
        joined
            .get(JoinQuestions.REJECTS)
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

  private static final class ScoreFn extends DoFn<KV<Integer, CoGbkResult>, SudokuScoreReport> {
    private static final long serialVersionUID = 1;

    private final Truth truth;
    private final Counter scored = Metrics.counter(COUNTERS, SCORED);

    ScoreFn(Truth truth) {
      this.truth = truth;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, CoGbkResult> group, OutputReceiver<SudokuScoreReport> out) {
      SudokuScoreReport report = SudokuScoreReport.EMPTY;
      for (Map.Entry<String, JoinedQuestion> question :
          JoinedQuestion.of(group.getValue()).entrySet()) {
        report = report.plus(score(SudokuGrid.parse(question.getKey()), question.getValue()));
      }
      out.output(report);
    }

    private SudokuScoreReport score(SudokuGrid question, JoinedQuestion known) {
      if (known.rows().isEmpty()) {
        return SudokuScoreReport.ofMissing();
      }
      RightAnswer right =
          truth == Truth.ANSWERS
              ? RightAnswer.given(question, known.answers())
              : RightAnswer.solved(question);
      SudokuScoreReport report = SudokuScoreReport.ofRepeated(known.rows().size() - 1L);
      for (PredictedRow row : known.rows()) {
        report = report.plus(score(row, right, known.source()));
      }
      return report;
    }

    private SudokuScoreReport score(PredictedRow row, RightAnswer right, String source) {
      if (right.answer().isEmpty()) {
        return SudokuScoreReport.ofReject(row.reject("question", right.reason()));
      }
      scored.inc();
      return SudokuScoreReport.ofScore(
          SudokuScore.of(row.toPrediction(), right.answer().get()), source);
    }
  }
}
