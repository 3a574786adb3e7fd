package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tinyrecursive.rna.structure.AForm;
import org.tinyrecursive.rna.template.LibraryChain;
import org.tinyrecursive.rna.template.TemplateLibrary;

/** What any method must beat: models that need neither folding nor a search. */
public final class SimpleModels {
  private SimpleModels() {}

  /** All residues on a line, one step of the chain apart; x, y, z of each. */
  public static double[] straightLine(int length) {
    double[] xyz = new double[3 * length];
    for (int i = 0; i < length; i++) {
      xyz[3 * i] = AForm.STEP * i;
    }
    return xyz;
  }

  /** One helix of A-form, folded at the middle, with a loop of four or five residues. */
  public static double[] foldedHairpin(int length) {
    double[] xyz = new double[3 * length];
    Arrays.fill(xyz, Double.NaN);
    int pairs = (length - 4) / 2;
    for (int k = 0; k < pairs; k++) {
      AFormHelix.first(k, xyz, k);
      AFormHelix.second(k, xyz, length - 1 - k);
    }
    GapFill.fill(xyz);
    return xyz;
  }

  /**
   * The five older chains nearest in length, cut or continued to fit; fewer where there are not.
   */
  public static List<double[]> copiedChains(TemplateLibrary library, int length, LocalDate cutoff) {
    List<LibraryChain> chains =
        library.chains().stream()
            .filter(chain -> chain.released().isBefore(cutoff))
            .sorted(
                Comparator.comparingInt(
                    (LibraryChain chain) -> Math.abs(chain.sequence().length() - length)))
            .limit(5)
            .toList();
    List<double[]> models = new ArrayList<>();
    for (LibraryChain chain : chains) {
      double[] known = chain.positions().toArray();
      double[] xyz = new double[3 * length];
      Arrays.fill(xyz, Double.NaN);
      System.arraycopy(known, 0, xyz, 0, Math.min(known.length, xyz.length));
      GapFill.fill(xyz);
      models.add(xyz);
    }
    return models;
  }
}
