package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.LeastSquaresFit;

/** The best alignment that a superposition of two short fragments leads to. */
final class LocalSuperposition {
  private static final int[] FRAGMENTS = {20, 100};

  /** Work for one length of fragment; longer chains are sampled more thinly. */
  private static final double MOST_CELLS = 2.5e8;

  private LocalSuperposition() {}

  /**
   * Tries pairs of fragments.
   *
   * @param width distance at which a pair counts one half, in Å
   * @param alignment takes the best
   */
  static void find(AlignmentProblem problem, AlignmentPath path, double width, int[] alignment) {
    int shorter = problem.shorter();
    int[] lengths = {Math.min(FRAGMENTS[0], shorter / 3), Math.min(FRAGMENTS[1], shorter / 2)};
    double thinning = thinning(problem);
    int xStep = (int) Math.round(step(problem.xLength()) * thinning);
    int yStep = (int) Math.round(step(problem.yLength()) * thinning);
    QuickScore score = new QuickScore(problem.scale(), shorter);
    LeastSquaresFit fit = new LeastSquaresFit();
    double[] motion = new double[12];
    int[] trial = new int[problem.yLength()];
    double best = 0;
    for (int length : lengths) {
      for (int i = 0; i + length <= problem.xLength(); i += xStep) {
        for (int j = 0; j + length <= problem.yLength(); j += yStep) {
          superpose(problem, i, j, length, fit);
          fit.solve(motion);
          path.align(problem.byDistance(motion, width), 0, trial);
          double value = score.of(problem.x(), problem.y(), trial);
          if (value > best) {
            best = value;
            System.arraycopy(trial, 0, alignment, 0, trial.length);
          }
        }
      }
    }
  }

  private static void superpose(
      AlignmentProblem problem, int i, int j, int length, LeastSquaresFit fit) {
    double[] x = problem.x();
    double[] y = problem.y();
    fit.clear();
    for (int k = 0; k < length; k++) {
      int p = 3 * (i + k);
      int q = 3 * (j + k);
      fit.add(x[p], x[p + 1], x[p + 2], y[q], y[q + 1], y[q + 2]);
    }
  }

  private static int step(int length) {
    int usual = length > 250 ? 45 : length > 200 ? 35 : length > 150 ? 25 : 15;
    return Math.max(1, Math.min(usual, length / 3));
  }

  private static double thinning(AlignmentProblem problem) {
    double cells = (double) problem.xLength() * problem.yLength();
    double trials = cells / step(problem.xLength()) / step(problem.yLength());
    return Math.max(1, Math.sqrt(cells * trials / MOST_CELLS));
  }
}
