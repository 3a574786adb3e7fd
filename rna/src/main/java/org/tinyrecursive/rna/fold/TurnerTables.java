package org.tinyrecursive.rna.fold;

import java.util.Map;

/**
 * Free energies at 37 °C in units of 0.01 kcal/mol: the nearest-neighbour set of Mathews et al.
 * (2004, PNAS 101, 7287), as the Nearest Neighbor Database publishes it (Turner and Mathews, 2010,
 * Nucleic Acids Res. 38, D280). Pair kinds in the order CG, GC, GU, UG, AU, UA; letters in the
 * order other, A, C, G, U.
 *
 * <p>The special tetraloops of the 1999 set (Mathews et al., 1999, J. Mol. Biol. 288, 911) are kept
 * beside those of 2004: GNRA and UUCG loops are common in solved structures.
 */
final class TurnerTables {
  /** Longest interior loop, in unpaired residues. */
  static final int MAX_INTERIOR = 30;

  /** Entropy of loops above 30 residues: 1.07856 kcal/mol × ln(size / 30). */
  static final double LONG_LOOP = 107.856;

  /** Pair (i, j) then (p, q) inside it, the second read from the other strand: (q, p). */
  static final int[][] STACK = {
    {-240, -330, -210, -140, -210, -210},
    {-330, -340, -250, -150, -220, -240},
    {-210, -250, 130, -50, -140, -130},
    {-140, -150, -50, 30, -60, -100},
    {-210, -220, -140, -60, -110, -90},
    {-210, -240, -130, -100, -90, -130},
  };

  /** By number of unpaired residues; below 3 impossible. */
  static final int[] HAIRPIN = {
    0, 0, 0, 540, 560, 570, 540, 600, 550, 640, 650, 660, 670, 680, 690, 690, 700, 710, 710, 720,
    720, 730, 730, 740, 740, 750, 750, 750, 760, 760, 770
  };

  static final int[] BULGE = {
    0, 380, 280, 320, 360, 400, 440, 459, 470, 480, 490, 500, 510, 520, 530, 540, 540, 550, 550,
    560, 570, 570, 580, 580, 580, 590, 590, 600, 600, 600, 610
  };

  static final int[] INTERIOR = {
    0, 0, 100, 100, 110, 200, 200, 210, 230, 240, 250, 260, 270, 280, 290, 290, 300, 310, 310, 320,
    330, 330, 340, 340, 350, 350, 350, 360, 360, 370, 370
  };

  static final int ASYMMETRY = 60;
  static final int MAX_ASYMMETRY = 300;

  /** Helix end that is not a GC pair; in interior loops the higher figure. */
  static final int WEAK_END = 50;

  static final int WEAK_INTERIOR_END = 70;

  /** Multiloop: closing, per branch. Unpaired residues cost nothing. */
  static final int MULTI_CLOSING = 930;

  static final int MULTI_BRANCH = -90;

  /** First mismatch in a hairpin: [pair kind][letter after i][letter before j]. */
  static final int[][][] HAIRPIN_MISMATCH = {
    {
      {-80, -100, -110, -100, -80},
      {-140, -150, -150, -140, -150},
      {-80, -100, -110, -100, -80},
      {-150, -230, -150, -240, -150},
      {-100, -100, -140, -100, -210}
    },
    {
      {-50, -110, -70, -110, -50},
      {-110, -110, -150, -130, -150},
      {-50, -110, -70, -110, -50},
      {-150, -250, -150, -220, -150},
      {-100, -110, -100, -110, -160}
    },
    {
      {20, 20, -20, -10, -20},
      {20, 20, -50, -30, -50},
      {-10, -10, -20, -10, -20},
      {-50, -100, -50, -110, -50},
      {-10, -10, -30, -10, -100}
    },
    {
      {0, -20, -10, -20, 0},
      {-30, -50, -30, -60, -30},
      {0, -20, -10, -20, 0},
      {-30, -90, -30, -110, -30},
      {-10, -20, -10, -20, -90}
    },
    {
      {-10, -10, -20, -10, -20},
      {-30, -30, -50, -30, -50},
      {-10, -10, -20, -10, -20},
      {-30, -120, -30, -110, -30},
      {-10, -10, -30, -10, -100}
    },
    {
      {0, -20, -10, -20, 0},
      {-30, -50, -30, -50, -30},
      {0, -20, -10, -20, 0},
      {-30, -150, -30, -150, -30},
      {-10, -20, -10, -20, -80}
    },
  };

  /** Residue before the 5′ partner of a helix end: [pair kind][letter]. */
  static final int[][] DANGLE_5 = {
    {-10, -50, -30, -20, -10},
    {0, -20, -30, 0, 0},
    {-20, -30, -30, -40, -20},
    {-10, -30, -10, -20, -20},
    {-20, -30, -30, -40, -20},
    {-10, -30, -10, -20, -20},
  };

  /** Residue after the 3′ partner of a helix end: [pair kind][letter]. */
  static final int[][] DANGLE_3 = {
    {-40, -110, -40, -130, -60},
    {-80, -170, -80, -170, -120},
    {-10, -70, -10, -70, -10},
    {-50, -80, -50, -80, -60},
    {-10, -70, -10, -70, -10},
    {-50, -80, -50, -80, -60},
  };

  /** Whole energies of hairpins, closing pair included (2004). */
  static final Map<String, Integer> SPECIAL_HAIRPINS =
      Map.ofEntries(
          Map.entry("CAACGG", 550),
          Map.entry("CCAAGG", 330),
          Map.entry("CCACGG", 370),
          Map.entry("CCCAGG", 340),
          Map.entry("CCGAGG", 350),
          Map.entry("CCGCGG", 360),
          Map.entry("CCUAGG", 370),
          Map.entry("CCUCGG", 250),
          Map.entry("CUAAGG", 360),
          Map.entry("CUCAGG", 370),
          Map.entry("CUCCGG", 270),
          Map.entry("CUGCGG", 280),
          Map.entry("CUUAGG", 350),
          Map.entry("CUUUGG", 370),
          Map.entry("CAACG", 680),
          Map.entry("GUUAC", 690),
          Map.entry("ACAGUACU", 280),
          Map.entry("ACAGUGAU", 360),
          Map.entry("ACAGUGCU", 290),
          Map.entry("ACAGUGUU", 180));

  /** Bonus of tetraloops beside their mismatch, closing pair included (1999). */
  static final Map<String, Integer> TETRALOOP_BONUS =
      Map.ofEntries(
          Map.entry("GGGGAC", -300),
          Map.entry("GGUGAC", -300),
          Map.entry("CGAAAG", -300),
          Map.entry("GGAGAC", -300),
          Map.entry("CGCAAG", -300),
          Map.entry("GGAAAC", -300),
          Map.entry("CGGAAG", -300),
          Map.entry("CUUCGG", -300),
          Map.entry("CGUGAG", -300),
          Map.entry("CGAAGG", -250),
          Map.entry("CUACGG", -250),
          Map.entry("GGCAAC", -250),
          Map.entry("CGCGAG", -250),
          Map.entry("UGAGAG", -250),
          Map.entry("CGAGAG", -200),
          Map.entry("AGAAAU", -200),
          Map.entry("CGUAAG", -200),
          Map.entry("CUAACG", -200),
          Map.entry("UGAAAG", -200),
          Map.entry("GGAAGC", -150),
          Map.entry("GGGAAC", -150),
          Map.entry("UGAAAA", -150),
          Map.entry("AGCAAU", -150),
          Map.entry("AGUAAU", -150),
          Map.entry("CGGGAG", -150),
          Map.entry("AGUGAU", -150),
          Map.entry("GGCGAC", -150),
          Map.entry("GGGAGC", -150),
          Map.entry("GUGAAC", -150),
          Map.entry("UGGAAA", -150));

  private TurnerTables() {}
}
