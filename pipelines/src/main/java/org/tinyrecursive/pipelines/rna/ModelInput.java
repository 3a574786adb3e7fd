package org.tinyrecursive.pipelines.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.rna.RnaExample;
import org.tinyrecursive.modeltf.rna.RnaStart;
import org.tinyrecursive.rna.assembly.Candidate;
import org.tinyrecursive.rna.dataset.RnaTokens;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Turns targets and candidates into what models are told. */
final class ModelInput {
  /** Pairs less probable than this are not told. */
  private static final double LEAST_PROBABLE = 0.01;

  private static final float[] NONE = new float[0];

  private ModelInput() {}

  /**
   * A target whose structure is asked for.
   *
   * @param profile of its alignment; empty: none
   */
  static RnaExample example(RnaTarget target, FoldedEnsemble folded, float[] profile) {
    return example(target, pairs(folded), profile, List.of(), NONE);
  }

  /** Letters alone, as the toy has them. */
  static RnaExample lettersOnly(RnaTarget target, float[] label) {
    return example(target, List.of(), NONE, List.of(nowhere(target.sequence().length())), label);
  }

  static RnaExample example(
      RnaTarget target,
      List<RnaExample.Pair> pairs,
      float[] profile,
      List<RnaStart> starts,
      float[] label) {
    int n = target.sequence().length();
    byte[] tokens = new byte[n];
    int[] chain = new int[n];
    int[] residue = new int[n];
    for (int c = 0; c < target.chains().size(); c++) {
      ChainSpan span = target.chains().get(c);
      for (int i = span.from(); i < span.to(); i++) {
        tokens[i] = RnaTokens.of(target.sequence().at(i));
        chain[i] = c;
        residue[i] = i - span.from();
      }
    }
    return new RnaExample(target.id(), tokens, chain, residue, profile, pairs, starts, label);
  }

  static List<RnaExample.Pair> pairs(FoldedEnsemble folded) {
    List<RnaExample.Pair> pairs = new ArrayList<>();
    folded
        .probabilities()
        .forEachPair(
            (i, j, probability) -> {
              if (probability >= LEAST_PROBABLE) {
                pairs.add(new RnaExample.Pair(i, j, (float) probability));
              }
            });
    return pairs;
  }

  /**
   * A start.
   *
   * @param quality its TM-score; NaN where that is unknown
   */
  static RnaStart start(Candidate candidate, double support, double quality) {
    double[] xyz = candidate.xyz();
    float[] values = new float[xyz.length];
    for (int i = 0; i < xyz.length; i++) {
      values[i] = (float) xyz[i];
    }
    return new RnaStart(
        RnaStart.Kind.valueOf(candidate.origin().name()),
        (float) candidate.score(),
        (float) support,
        (float) quality,
        values);
  }

  /** The start of a model that looks at none. */
  static RnaStart nowhere(int length) {
    return new RnaStart(RnaStart.Kind.IDEAL, 0, 0, Float.NaN, new float[3 * length]);
  }
}
