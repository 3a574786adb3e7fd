package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.Coordinates;

/**
 * Local distance difference test on C1' (Mariani, Biasini, Barbato and Schwede, 2013): the share of
 * the reference's distances below 15 Å that the prediction keeps within 0.5, 1, 2 and 4 Å, averaged
 * over the four and over residues. Needs no superposition; a mirror image scores the same.
 */
public final class Lddt {
  private static final double RADIUS = 15;
  private static final double[] TOLERANCES = {0.5, 1, 2, 4};

  private Lddt() {}

  /**
   * In [0, 1]; a residue that the prediction lacks keeps none of its distances. NaN where the
   * reference has no two residues within the radius.
   *
   * @throws IllegalArgumentException if the structures are not of one length
   */
  public static double of(Coordinates prediction, Coordinates reference) {
    if (prediction.size() != reference.size()) {
      throw new IllegalArgumentException(
          "prediction of %d residues, reference of %d"
              .formatted(prediction.size(), reference.size()));
    }
    double sum = 0;
    int residues = 0;
    for (int i = 0; i < reference.size(); i++) {
      double share = ofResidue(prediction, reference, i);
      if (!Double.isNaN(share)) {
        sum += share;
        residues++;
      }
    }
    return sum / residues;
  }

  private static double ofResidue(Coordinates prediction, Coordinates reference, int i) {
    int kept = 0;
    int distances = 0;
    for (int j = 0; j < reference.size(); j++) {
      double wanted = i == j ? Double.NaN : reference.distance(i, j);
      if (wanted < RADIUS) {
        distances++;
        double difference = Math.abs(prediction.distance(i, j) - wanted);
        for (double tolerance : TOLERANCES) {
          if (difference < tolerance) {
            kept++;
          }
        }
      }
    }
    return distances == 0 ? Double.NaN : kept / (double) (TOLERANCES.length * distances);
  }
}
