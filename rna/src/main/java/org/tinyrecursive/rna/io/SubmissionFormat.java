package org.tinyrecursive.rna.io;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The competition's submission file: one row for every residue of every target, in the order of the
 * sequences file, {@code ID,resname,resid} and the C1' position in each of five guesses.
 */
public final class SubmissionFormat {
  /** Guesses for every target. */
  public static final int GUESSES = 5;

  /** Least coordinate, in Å. */
  public static final double LEAST = -999.999;

  /** Largest coordinate, in Å. */
  public static final double MOST = 9999.999;

  /** Names of the 18 columns, in order. */
  public static final List<String> COLUMNS = columns();

  private static final int DECIMALS = 3;

  private SubmissionFormat() {}

  /** A coordinate within the limits, with three decimals. */
  static String format(double value) {
    double clipped = Math.min(MOST, Math.max(LEAST, value));
    BigDecimal rounded = BigDecimal.valueOf(clipped).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0.000" : rounded.toPlainString();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("ID", "resname", "resid"));
    for (int i = 0; i < 3 * GUESSES; i++) {
      columns.add(LabelColumns.name(i));
    }
    return List.copyOf(columns);
  }
}
