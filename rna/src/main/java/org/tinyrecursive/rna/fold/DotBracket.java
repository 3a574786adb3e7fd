package org.tinyrecursive.rna.fold;

import java.util.Arrays;

/** Writes pairs as brackets, each pair with the first kind of bracket in which it crosses none. */
final class DotBracket {
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";

  private DotBracket() {}

  static String format(int[] partners) {
    char[] text = new char[partners.length];
    Arrays.fill(text, '.');
    int[] level = new int[partners.length];
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] > i) {
        level[i] = level(partners, level, i);
        if (level[i] < OPENING.length()) {
          text[i] = OPENING.charAt(level[i]);
          text[partners[i]] = CLOSING.charAt(level[i]);
        }
      }
    }
    return new String(text);
  }

  private static int level(int[] partners, int[] level, int i) {
    int free = 0;
    while (crosses(partners, level, i, free)) {
      free++;
    }
    return free;
  }

  private static boolean crosses(int[] partners, int[] level, int i, int at) {
    for (int k = 0; k < i; k++) {
      if (partners[k] > i && partners[k] < partners[i] && level[k] == at) {
        return true;
      }
    }
    return false;
  }
}
