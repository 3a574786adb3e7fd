package org.tinyrecursive.rna.template;

import java.util.Arrays;
import java.util.List;
import org.tinyrecursive.rna.fold.PairBonus;

/**
 * Pairs of templates as a bonus when a target is folded: structures keep their pairs longer than
 * their letters, so that chains too far away to be copied still tell which residues pair.
 */
public final class TemplatePairs {
  /** Alignment score per residue up to which a template tells nothing. */
  private static final double SILENT = 0.5;

  /** kT by which a pair is favoured for every 1 of score above that. */
  private static final double STRENGTH = 2;

  /** What all templates together can add to a pair, kT. */
  private static final double MOST = 4;

  private TemplatePairs() {}

  /**
   * The pairs that templates have where the target is aligned with them.
   *
   * @param length of the target
   */
  public static PairBonus of(int length, List<TemplateHit> hits) {
    PairBonus.Builder bonus = new PairBonus.Builder(length, MOST);
    for (TemplateHit hit : hits) {
      double each = STRENGTH * (hit.scorePerResidue() - SILENT);
      if (each > 0) {
        add(hit, each, bonus);
      }
    }
    return bonus.build();
  }

  private static void add(TemplateHit hit, double each, PairBonus.Builder bonus) {
    int[] templateOf = hit.alignment().templateOf();
    int[] targetOf = new int[hit.chain().sequence().length()];
    Arrays.fill(targetOf, -1);
    for (int i = 0; i < templateOf.length; i++) {
      if (templateOf[i] >= 0) {
        targetOf[templateOf[i]] = i;
      }
    }
    for (int k = 0; k < targetOf.length; k++) {
      int partner = hit.chain().pairs().partner(k);
      if (partner > k && targetOf[k] >= 0 && targetOf[partner] >= 0) {
        bonus.add(targetOf[k], targetOf[partner], each);
      }
    }
  }
}
