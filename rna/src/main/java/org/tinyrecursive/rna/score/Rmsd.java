package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.LeastSquaresFit;

/** Root mean square deviation after the best superposition (Kabsch, 1976). */
public final class Rmsd {
  private Rmsd() {}

  /**
   * In Å, over the residues that both structures resolve; NaN where there is none.
   *
   * @throws IllegalArgumentException if the structures are not of one length
   */
  public static double of(Coordinates prediction, Coordinates reference) {
    if (prediction.size() != reference.size()) {
      throw new IllegalArgumentException(
          "prediction of %d residues, reference of %d"
              .formatted(prediction.size(), reference.size()));
    }
    Coordinates moved = LeastSquaresFit.of(prediction, reference).apply(prediction);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < moved.size(); i++) {
      if (moved.isResolved(i) && reference.isResolved(i)) {
        double distance = moved.at(i).distance(reference.at(i));
        sum += distance * distance;
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }
}
