package org.tinyrecursive.transforms.beam;

import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Predictions files of any puzzle in; out come groups of questions, each with its predictions and
 * the answers given, and the rows refused of both. {@link JoinedQuestion} takes a group apart.
 */
final class JoinQuestions extends PTransform<PCollection<RawSource>, PCollectionTuple> {
  static final TupleTag<KV<Integer, CoGbkResult>> GROUPS = new TupleTag<>() {};
  static final TupleTag<Reject> REJECTS = new TupleTag<>() {};
  static final TupleTag<PredictedRow> ROWS = new TupleTag<>() {};
  static final TupleTag<KnownAnswer> ANSWERS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ScoredPuzzles puzzles;
  private final PCollection<RawSource> answers;

  /**
   * @param answers files or datasets with the right answers
   */
  JoinQuestions(ScoredPuzzles puzzles, PCollection<RawSource> answers) {
    this.puzzles = puzzles;
    this.answers = answers;
  }

  @Override
  public PCollectionTuple expand(PCollection<RawSource> predictions) {
    PCollectionTuple rows =
        predictions.apply(
            "Read predictions",
            new ReadByQuestion<>(
                new ReadPredictionsFn(puzzles), ReadPredictionsFn.ROWS, PredictedRow.class));
    PCollectionTuple known =
        answers.apply(
            "Read answers",
            new ReadByQuestion<>(
                new ReadAnswersFn(puzzles), ReadAnswersFn.ANSWERS, KnownAnswer.class));
    return PCollectionTuple.of(
            GROUPS,
            KeyedPCollectionTuple.of(ROWS, rows.get(ReadPredictionsFn.ROWS))
                .and(ANSWERS, known.get(ReadAnswersFn.ANSWERS))
                .apply("Join", CoGroupByKey.create()))
        .and(
            REJECTS,
            PCollectionList.of(rows.get(ReadByQuestion.REJECTS))
                .and(known.get(ReadByQuestion.REJECTS))
                .apply("Rejects of both", Flatten.pCollections()));
  }
}
