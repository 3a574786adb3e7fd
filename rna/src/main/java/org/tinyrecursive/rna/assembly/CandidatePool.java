package org.tinyrecursive.rna.assembly;

import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.structure.Coordinates;

/**
 * All models of a target that may become guesses.
 *
 * @param folded secondary structures
 * @param candidates templates in order of their scores, then assembled models
 * @param likeness TM-score of every two, found quickly; 1 of each with itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record CandidatePool(
    FoldedEnsemble folded, List<Candidate> candidates, double[][] likeness) {
  public CandidatePool {
    candidates = List.copyOf(candidates);
  }

  static CandidatePool of(FoldedEnsemble folded, List<Candidate> candidates) {
    return new CandidatePool(folded, candidates, likeness(candidates));
  }

  private static double[][] likeness(List<Candidate> candidates) {
    int count = candidates.size();
    double[][] likeness = new double[count][count];
    QuickTmScore scores = new QuickTmScore(candidates.get(0).xyz().length / 3);
    for (int a = 0; a < count; a++) {
      likeness[a][a] = 1;
      for (int b = a + 1; b < count; b++) {
        likeness[a][b] = scores.score(candidates.get(a).xyz(), candidates.get(b).xyz());
        likeness[b][a] = likeness[a][b];
      }
    }
    return likeness;
  }

  /** How much a candidate resembles the others on average, 0 … 1; 1 where there is no other. */
  public double support(int candidate) {
    double sum = 0;
    for (int other = 0; other < candidates.size(); other++) {
      sum += other == candidate ? 0 : likeness[candidate][other];
    }
    return candidates.size() == 1 ? 1 : sum / (candidates.size() - 1);
  }

  /** TM-score of positions against known ones, found quickly, residue by residue. */
  public static double quality(double[] xyz, Coordinates known) {
    int[] resolved = IntStream.range(0, known.size()).filter(i -> known.isResolved(i)).toArray();
    return new QuickTmScore(resolved.length)
        .score(Points.pick(xyz, resolved), known.select(resolved).toArray());
  }

  /** The candidates of one origin, in their order, with what is known of them. */
  CandidatePool only(Candidate.Origin origin) {
    int[] kept =
        IntStream.range(0, candidates.size())
            .filter(k -> candidates.get(k).origin() == origin)
            .toArray();
    double[][] among = new double[kept.length][kept.length];
    for (int a = 0; a < kept.length; a++) {
      for (int b = 0; b < kept.length; b++) {
        among[a][b] = likeness[kept[a]][kept[b]];
      }
    }
    return new CandidatePool(
        folded, IntStream.of(kept).mapToObj(k -> candidates.get(k)).toList(), among);
  }
}
