package org.tinyrecursive.rna.score;

import java.util.Arrays;
import org.tinyrecursive.rna.structure.LeastSquaresFit;

/**
 * Seeks the alignment of two chains with the largest TM-score: from five first alignments, each
 * improved by turns of superposition and dynamic programming.
 */
final class StructureAligner {
  private static final int COARSE_STEP = 40;
  private static final int MANY_ROUNDS = 30;
  private static final int FEW_ROUNDS = 2;
  private static final double GAP = -0.6;
  private static final double STATE_GAP = -1;
  private static final double STATE_BONUS = 0.5;
  private static final double CHAIN_STEP = 4.25;
  private static final double SETTLED = 1e-6;
  private static final double WIDER = 1.5;

  private final AlignmentProblem problem;
  private final AlignmentPath path;
  private final SuperpositionSearch search;
  private final Pairs pairs;
  private final int[] best;
  private final int[] first;
  private final int[] trial;
  private double bestScore = -1;

  StructureAligner(AlignmentProblem problem) {
    this.problem = problem;
    path = new AlignmentPath(problem.xLength(), problem.yLength());
    search = new SuperpositionSearch(problem.scale(), COARSE_STEP);
    pairs = new Pairs(problem.shorter());
    best = new int[problem.yLength()];
    first = new int[problem.yLength()];
    trial = new int[problem.yLength()];
  }

  /** For each residue of the reference that of the prediction, or −1. */
  int[] align() {
    double worthwhile = problem.shorter() <= 40 ? 0.1 : 0.4;
    double width = problem.scale().d0() + WIDER;
    double[] gaps = {GAP, 0};
    Threading.whole(problem, first);
    improve(0, gaps, MANY_ROUNDS);
    path.align(problem.byState(), STATE_GAP, first);
    improve(0.2, gaps, MANY_ROUNDS);
    Arrays.fill(first, -1);
    LocalSuperposition.find(problem, path, width, first);
    improve(worthwhile, gaps, FEW_ROUNDS);
    path.align(problem.byDistanceAndState(fitOfBest(), width, STATE_BONUS), STATE_GAP, first);
    improve(worthwhile, gaps, MANY_ROUNDS);
    Threading.longestRun(problem, CHAIN_STEP, first);
    improve(worthwhile, new double[] {0}, FEW_ROUNDS);
    return best;
  }

  /** Scores the first alignment and, where it is worth it, what dynamic programming makes of it. */
  private void improve(double worthwhile, double[] gaps, int rounds) {
    pairs.set(problem.x(), problem.y(), first);
    double score = search.run(pairs);
    offer(score, first);
    if (score <= bestScore * worthwhile) {
      return;
    }
    double[] motion = search.bestMotion().clone();
    double before = 0;
    for (double gap : gaps) {
      for (int round = 0; round < rounds; round++) {
        path.align(problem.byDistance(motion, problem.scale().d0()), gap, trial);
        pairs.set(problem.x(), problem.y(), trial);
        score = search.run(pairs);
        System.arraycopy(search.bestMotion(), 0, motion, 0, motion.length);
        offer(score, trial);
        if (round > 0 && Math.abs(before - score) < SETTLED) {
          break;
        }
        before = score;
      }
    }
  }

  private void offer(double score, int[] alignment) {
    if (score > bestScore) {
      bestScore = score;
      System.arraycopy(alignment, 0, best, 0, best.length);
    }
  }

  private double[] fitOfBest() {
    LeastSquaresFit fit = new LeastSquaresFit();
    pairs.set(problem.x(), problem.y(), best);
    for (int k = 0; k < pairs.count; k++) {
      pairs.addTo(fit, k);
    }
    double[] motion = new double[12];
    fit.solve(motion);
    return motion;
  }
}
