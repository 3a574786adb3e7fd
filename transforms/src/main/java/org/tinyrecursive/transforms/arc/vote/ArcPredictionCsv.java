package org.tinyrecursive.transforms.arc.vote;

import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/**
 * Predictions of ARC as lines of text: grids as rows of digits between slashes, as the augmented
 * puzzle has them; empty where there is none.
 */
public final class ArcPredictionCsv {
  private ArcPredictionCsv() {}

  /** One row of {@link PredictionCsv}, without a line end. */
  public static String formatRow(Prediction row) {
    int origin = AnswerCrop.origin(row.question());
    return PredictionCsv.formatRow(
        row,
        AnswerCrop.ofQuestion(row.question()).map(ArcGrid::toString).orElse(""),
        origin < 0
            ? ""
            : AnswerCrop.at(row.prediction(), origin).map(ArcGrid::toString).orElse(""));
  }
}
