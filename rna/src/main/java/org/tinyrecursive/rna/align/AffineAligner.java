package org.tinyrecursive.rna.align;

import java.util.Arrays;

/**
 * Alignment with affine gaps (Gotoh, 1982, J. Mol. Biol. 162, 705) by letters and states of
 * pairing. O(n · m) time, one byte a cell to find the way back.
 */
public final class AffineAligner {
  /** Which ends are free. */
  public enum Ends {
    /** Gaps before and after either sequence cost nothing; everything else is aligned. */
    FREE,
    /** The best pair of sections; the rest is left alone (Smith and Waterman, 1981). */
    LOCAL
  }

  private static final int STOP = 0;
  private static final int DIAGONAL = 1;
  private static final int FROM_TARGET_GAP = 2;
  private static final int FROM_TEMPLATE_GAP = 3;
  private static final int STATE_MASK = 3;
  private static final int TARGET_GAP_EXTENDS = 4;
  private static final int TEMPLATE_GAP_EXTENDS = 8;

  private final String target;
  private final ResidueStates targetStates;
  private final String template;
  private final ResidueStates templateStates;
  private final AlignmentScores scores;
  private final Ends ends;
  private final int n;
  private final int m;
  private final byte[] way;
  private double bestScore;
  private int bestI;
  private int bestJ;

  private AffineAligner(
      String target,
      ResidueStates targetStates,
      String template,
      ResidueStates templateStates,
      AlignmentScores scores,
      Ends ends) {
    this.target = target;
    this.targetStates = targetStates;
    this.template = template;
    this.templateStates = templateStates;
    this.scores = scores;
    this.ends = ends;
    this.n = target.length();
    this.m = template.length();
    this.way = new byte[Math.multiplyExact(n + 1, m + 1)];
  }

  /** The best alignment. */
  public static Alignment align(
      String target,
      ResidueStates targetStates,
      String template,
      ResidueStates templateStates,
      AlignmentScores scores,
      Ends ends) {
    AffineAligner aligner =
        new AffineAligner(target, targetStates, template, templateStates, scores, ends);
    aligner.fill();
    return new Alignment(aligner.bestScore, aligner.trace());
  }

  private void fill() {
    double[] above = new double[m + 1];
    double[] here = new double[m + 1];
    double[] targetGap = new double[m + 1];
    Arrays.fill(targetGap, Double.NEGATIVE_INFINITY);
    bestScore = ends == Ends.LOCAL ? 0 : Double.NEGATIVE_INFINITY;
    for (int i = 1; i <= n; i++) {
      here[0] = 0;
      double templateGap = Double.NEGATIVE_INFINITY;
      for (int j = 1; j <= m; j++) {
        int step = 0;
        double openTarget = above[j] + scores.gapOpen();
        targetGap[j] += scores.gapExtend();
        if (targetGap[j] > openTarget) {
          step |= TARGET_GAP_EXTENDS;
        } else {
          targetGap[j] = openTarget;
        }
        double openTemplate = here[j - 1] + scores.gapOpen();
        templateGap += scores.gapExtend();
        if (templateGap > openTemplate) {
          step |= TEMPLATE_GAP_EXTENDS;
        } else {
          templateGap = openTemplate;
        }
        double best = above[j - 1] + cell(i - 1, j - 1);
        int from = DIAGONAL;
        if (targetGap[j] > best) {
          best = targetGap[j];
          from = FROM_TARGET_GAP;
        }
        if (templateGap > best) {
          best = templateGap;
          from = FROM_TEMPLATE_GAP;
        }
        if (ends == Ends.LOCAL && best <= 0) {
          best = 0;
          from = STOP;
        }
        here[j] = best;
        way[i * (m + 1) + j] = (byte) (step | from);
        boolean mayEnd = ends == Ends.LOCAL || i == n || j == m;
        if (mayEnd && best > bestScore) {
          bestScore = best;
          bestI = i;
          bestJ = j;
        }
      }
      double[] swap = above;
      above = here;
      here = swap;
    }
  }

  private double cell(int i, int j) {
    return scores.letters(target.charAt(i), template.charAt(j))
        + scores.state() * (2 * targetStates.agreement(i, templateStates, j) - 1);
  }

  private int[] trace() {
    int[] templateOf = new int[n];
    Arrays.fill(templateOf, -1);
    int i = bestI;
    int j = bestJ;
    while (i > 0 && j > 0) {
      int step = way[i * (m + 1) + j];
      switch (step & STATE_MASK) {
        case DIAGONAL -> templateOf[--i] = --j;
        case FROM_TARGET_GAP -> i = endOfTargetGap(i, j);
        case FROM_TEMPLATE_GAP -> j = endOfTemplateGap(i, j);
        default -> i = 0;
      }
    }
    return templateOf;
  }

  private int endOfTargetGap(int from, int j) {
    int i = from;
    while (i > 1 && (way[i * (m + 1) + j] & TARGET_GAP_EXTENDS) != 0) {
      i--;
    }
    return i - 1;
  }

  private int endOfTemplateGap(int i, int from) {
    int j = from;
    while (j > 1 && (way[i * (m + 1) + j] & TEMPLATE_GAP_EXTENDS) != 0) {
      j--;
    }
    return j - 1;
  }
}
