package org.tinyrecursive.pipelines.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.assembly.Candidate;
import org.tinyrecursive.rna.assembly.CandidatePool;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * How the model's word counts among templates and assembled models: each candidate is believed
 * exp(steepness · (expected TM-score − mean of all)) times as much, and each guess moves a share of
 * the way from its start to what the model makes of it.
 *
 * @param steepness 0: the model has no say in the choice
 * @param share 0: starts stay as they are; 1: the model's structures
 */
record Mixture(double steepness, double share) {
  /** Chosen on structures of 2016 and 2017, see docs/rna-model.md. */
  static final Mixture DEFAULT = new Mixture(0, 0);

  List<double[]> guesses(RnaTarget target, CandidatePool pool, StructureRefiner refiner, int most) {
    List<Candidate> candidates = pool.candidates();
    double[] support = new double[candidates.size()];
    for (int k = 0; k < support.length; k++) {
      support[k] = pool.support(k);
    }
    return guesses(pool, refiner.refine(target, pool.folded(), candidates, support), most);
  }

  /** From what the model made of all candidates. */
  List<double[]> guesses(CandidatePool pool, List<StructureRefiner.Refined> refined, int most) {
    double mean =
        refined.stream().mapToDouble(StructureRefiner.Refined::quality).average().orElse(0);
    double[] confidence =
        refined.stream()
            .mapToDouble(each -> Math.exp(steepness * (each.quality() - mean)))
            .toArray();
    List<double[]> guesses = new ArrayList<>();
    for (int k : StructurePredictor.choose(pool, most, confidence)) {
      guesses.add(between(pool.candidates().get(k).xyz(), refined.get(k).xyz()));
    }
    return guesses;
  }

  private double[] between(double[] start, double[] refined) {
    double[] xyz = new double[start.length];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = (1 - share) * start[i] + share * refined[i];
    }
    return xyz;
  }
}
