package org.tinyrecursive.transforms.arc;

import java.util.Arrays;

/**
 * One text for all that an augmentation can make of a pair: two pairs have the same exactly where
 * one can be turned, flipped and recoloured (0 kept) into the other.
 */
final class ArcCanonicalForm {
  private ArcCanonicalForm() {}

  static String of(ArcPair pair) {
    String smallest = null;
    for (Dihedral transform : Dihedral.values()) {
      ArcGrid input = transform.apply(pair.input());
      ArcGrid output = transform.apply(pair.output());
      byte[] names = new byte[ArcGrid.COLOURS];
      Arrays.fill(names, (byte) -1);
      names[0] = 0;
      byte next = name(output, names, name(input, names, (byte) 1));
      // Colours that occur nowhere take what is left, so that it is a permutation.
      for (int colour = 0; colour < names.length; colour++) {
        if (names[colour] < 0) {
          names[colour] = next++;
        }
      }
      String text = renamed(input, names) + "|" + renamed(output, names);
      if (smallest == null || text.compareTo(smallest) < 0) {
        smallest = text;
      }
    }
    return smallest;
  }

  /** Names colours in the order in which they are met; the next name. */
  private static byte name(ArcGrid grid, byte[] names, byte first) {
    byte next = first;
    for (byte colour : grid.cells()) {
      if (names[colour] < 0) {
        names[colour] = next++;
      }
    }
    return next;
  }

  private static String renamed(ArcGrid grid, byte[] names) {
    byte[] cells = grid.toCells();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = names[cells[i]];
    }
    return ArcGrid.of(grid.rows(), grid.columns(), cells).toString();
  }
}
