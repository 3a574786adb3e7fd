package org.tinyrecursive.transforms.beam;

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
import org.tinyrecursive.transforms.maze.MazeScore;
import org.tinyrecursive.transforms.maze.MazeShape;

/**
 * Predicted mazes in, one report out. Every prediction is compared with the answer of its question,
 * and checked to mark any shortest path: of several, the answer given is only one.
 */
public final class ScoreMazePredictions
    extends PTransform<PCollection<RawSource>, PCollection<MazeScoreReport>> {
  private static final long serialVersionUID = 1;

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
    PCollectionTuple joined =
        predictions.apply("Join by question", new JoinQuestions(mazes, answers));
    PCollection<MazeScoreReport> scores =
        joined
            .get(JoinQuestions.GROUPS)
            .apply("Score", ParDo.of(new ScoreFn(mazes)))
            .setCoder(SerializableCoder.of(MazeScoreReport.class));
    PCollection<MazeScoreReport> rejects =
        joined
            .get(JoinQuestions.REJECTS)
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
        @Element KV<Integer, CoGbkResult> group, OutputReceiver<MazeScoreReport> out) {
      MazeScoreReport report = MazeScoreReport.EMPTY;
      for (JoinedQuestion question : JoinedQuestion.of(group.getValue()).values()) {
        report = report.plus(score(question));
      }
      out.output(report);
    }

    private MazeScoreReport score(JoinedQuestion question) {
      if (question.rows().isEmpty()) {
        return MazeScoreReport.ofMissing();
      }
      MazeScoreReport report = MazeScoreReport.ofRepeated(question.rows().size() - 1L);
      for (PredictedRow row : question.rows()) {
        report = report.plus(score(row, question));
      }
      return report;
    }

    private MazeScoreReport score(PredictedRow row, JoinedQuestion known) {
      if (known.answers().isEmpty()) {
        return MazeScoreReport.ofReject(row.reject("question", "is not among the answers given"));
      }
      scored.inc();
      // Of several shortest paths any may be given: the first in order, on every runner.
      return MazeScoreReport.ofScore(
          MazeScore.of(
              mazes.shape(),
              row.question(),
              row.prediction(),
              known.answers().first(),
              known.source()));
    }
  }
}
