package org.tinyrecursive.rna.score;

import java.util.Arrays;

/** The best alignment without gaps: one chain slid along the other. */
final class Threading {
  private static final int SHORTEST_OVERLAP = 5;

  private Threading() {}

  /** Slides whole chains; {@code alignment} takes the result. */
  static void whole(AlignmentProblem problem, int[] alignment) {
    int shortest = Math.max(SHORTEST_OVERLAP, problem.shorter() / 2);
    Slide slide = new Slide(problem, alignment);
    for (int shift = shortest - problem.yLength(); shift <= problem.xLength() - shortest; shift++) {
      slide.offer(0, problem.xLength(), 0, problem.yLength(), shift);
    }
  }

  /**
   * Slides the longest unbroken run of residues of one chain along the other; of two equal runs,
   * each is tried.
   */
  static void longestRun(AlignmentProblem problem, double stepLength, int[] alignment) {
    int[] x = UnbrokenRun.longest(problem.x(), stepLength);
    int[] y = UnbrokenRun.longest(problem.y(), stepLength);
    int xRun = x[1] - x[0];
    int yRun = y[1] - y[0];
    Slide slide = new Slide(problem, alignment);
    int order = Integer.compare(xRun, yRun);
    if (order == 0) {
      order = Integer.compare(problem.xLength(), problem.yLength());
    }
    if (order <= 0) {
      slideRunOfX(slide, problem, trimmed(x, problem.shorter()));
    }
    if (order >= 0) {
      slideRunOfY(slide, problem, trimmed(y, problem.shorter()));
    }
  }

  private static void slideRunOfX(Slide slide, AlignmentProblem problem, int[] run) {
    int length = run[1] - run[0];
    int shortest = shortestOverlap(Math.min(length, problem.yLength()));
    for (int k = shortest - problem.yLength(); k <= length - shortest; k++) {
      slide.offer(run[0], run[1], 0, problem.yLength(), k + run[0]);
    }
  }

  private static void slideRunOfY(Slide slide, AlignmentProblem problem, int[] run) {
    int length = run[1] - run[0];
    int shortest = shortestOverlap(Math.min(length, problem.xLength()));
    for (int k = shortest - length; k <= problem.xLength() - shortest; k++) {
      slide.offer(0, problem.xLength(), run[0], run[1], k - run[0]);
    }
  }

  private static int shortestOverlap(int length) {
    return Math.max(UnbrokenRun.SHORTEST - 1, (int) (length / 2.5));
  }

  /** A run that is the whole of the shorter chain loses its ends: whole chains were slid before. */
  private static int[] trimmed(int[] run, int shorter) {
    if (run[1] - run[0] != shorter) {
      return run;
    }
    return new int[] {run[0] + (int) (shorter * 0.1), run[0] + (int) (shorter * 0.89) + 1};
  }

  private static final class Slide {
    private final AlignmentProblem problem;
    private final QuickScore score;
    private final int[] trial;
    private final int[] alignment;
    private double best = -1;

    Slide(AlignmentProblem problem, int[] alignment) {
      this.problem = problem;
      this.alignment = alignment;
      score = new QuickScore(problem.scale(), problem.shorter());
      trial = new int[problem.yLength()];
      Arrays.fill(alignment, -1);
    }

    /** Pairs j with j + shift, where both lie within their spans. */
    void offer(int xFrom, int xTo, int yFrom, int yTo, int shift) {
      Arrays.fill(trial, -1);
      for (int j = Math.max(yFrom, xFrom - shift); j < Math.min(yTo, xTo - shift); j++) {
        trial[j] = j + shift;
      }
      double value = score.of(problem.x(), problem.y(), trial);
      if (value >= best) {
        best = value;
        System.arraycopy(trial, 0, alignment, 0, trial.length);
      }
    }
  }
}
