package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import java.util.Locale;
import org.tinyrecursive.modeltf.predict.StepCounts;

/**
 * Predictions of a range of a split, written.
 *
 * @param part number of the part, from 0
 * @param counts how many are right
 */
record PredictedPart(int part, StepCounts counts) implements Serializable {
  /** Name of a part's Arrow file. */
  static String arrowFile(int part, int parts) {
    return String.format(Locale.ROOT, "part-%05d-of-%05d.arrow", part, parts);
  }

  /** Name of a part's lines, which are joined in the end. */
  static String csvFile(int part) {
    return String.format(Locale.ROOT, ".part-%05d.csv", part);
  }
}
