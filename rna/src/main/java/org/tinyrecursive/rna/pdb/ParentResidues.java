package org.tinyrecursive.rna.pdb;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The letter of every residue name: A, C, G and U, modified ones as the residue they were made
 * from, by what the file says first, then by a table of frequent ones.
 */
final class ParentResidues {
  /** Letter of what stands in RNA and has no known parent. */
  static final char UNKNOWN = 'N';

  private static final String RNA = "ACGUN";

  /** Parents of the modified residues that occur most in the PDB. */
  private static final Map<Character, String> FREQUENT =
      Map.of(
          'A', "1MA MA6 A2M 6MZ MIA T6A A23 AET RIA MAD 12A PPU ATP ADP AMP A5M 2MA",
          'C', "5MC OMC CCC CBV 4OC 5IC C2E CTP C43 RSQ 10C CFZ",
          'G', "2MG M2G OMG 7MG G7M 1MG YYG YG GTP GDP GDO GMP G48 MGT QUO O2G 23G G46 CCG",
          'U', "PSU 5MU H2U OMU 4SU 5BU UR3 UTP U8U UMS SUR FHU B8N 3TD MUM 70U CM0 125 U33 5UD");

  private static final Map<String, Character> TABLE = new HashMap<>();

  static {
    FREQUENT.forEach(
        (letter, names) -> {
          for (String name : names.split(" ", -1)) {
            TABLE.put(name, letter);
          }
        });
  }

  private final Map<String, String> parents;

  /**
   * @param parents what the file says: names of modified residues and of their parents
   */
  ParentResidues(Map<String, String> parents) {
    this.parents = Map.copyOf(parents);
  }

  /** Whether a residue of this name belongs to RNA. */
  boolean isRna(String name) {
    return letter(name) != UNKNOWN || name.equals("N");
  }

  /** A, C, G or U, or N for any other. */
  char letter(String name) {
    String upper = name.trim().toUpperCase(Locale.ROOT);
    if (upper.length() == 1 && RNA.contains(upper)) {
      return upper.charAt(0);
    }
    String parent = parents.getOrDefault(upper, "");
    if (parent.length() == 1 && RNA.contains(parent)) {
      return parent.charAt(0);
    }
    return TABLE.getOrDefault(upper, UNKNOWN);
  }
}
