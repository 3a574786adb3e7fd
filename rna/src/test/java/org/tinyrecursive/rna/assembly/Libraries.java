package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.List;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.template.LibraryChain;
import org.tinyrecursive.rna.template.TemplateLibrary;

/** Small libraries of ideal hairpins. */
final class Libraries {
  static final String HAIRPIN = "GGCACUUCGGUGCC";
  static final String PAIRS = "(((((....)))))";

  private Libraries() {}

  static TemplateLibrary none() {
    return new TemplateLibrary(List.of());
  }

  static TemplateLibrary hairpin(String released) {
    return new TemplateLibrary(List.of(chain("1HPN_A", released)));
  }

  static LibraryChain chain(String id, String released) {
    double[] xyz = new double[3 * HAIRPIN.length()];
    for (int k = 0; k < 5; k++) {
      AFormHelix.first(k, xyz, k);
      AFormHelix.second(k, xyz, 13 - k);
    }
    for (int k = 5; k < 9; k++) {
      xyz[3 * k] = 6 - 3 * (k - 5);
      xyz[3 * k + 1] = 4;
      xyz[3 * k + 2] = 19;
    }
    return new LibraryChain(
        id, LocalDate.parse(released), HAIRPIN, Coordinates.of(xyz), PairTable.parse(PAIRS));
  }
}
