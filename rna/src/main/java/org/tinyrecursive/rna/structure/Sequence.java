package org.tinyrecursive.rna.structure;

import java.io.Serializable;
import java.util.Locale;

/**
 * Residues of one or more chains, one letter each: A C G U and the other nucleotide codes of IUPAC
 * (Cornish-Bowden, 1985), with X and - as the published files have them for residues that are
 * unknown.
 *
 * @param letters upper case, at least one
 */
public record Sequence(String letters) implements Serializable {
  /** Every letter that may occur. */
  public static final String ALPHABET = "ACGUTRYSWKMBDHVNX-.";

  /**
   * @throws IllegalArgumentException if there is no letter, or one outside the alphabet; files are
   *     checked with {@link #firstForeign} before
   */
  public Sequence {
    int foreign = firstForeign(letters);
    if (letters.isEmpty() || foreign >= 0) {
      throw new IllegalArgumentException(
          letters.isEmpty()
              ? "sequence has no residue"
              : "sequence has '%c' at %d, allowed: %s"
                  .formatted(letters.charAt(foreign), foreign + 1, ALPHABET));
    }
  }

  /** Letters in either case. */
  public static Sequence of(String text) {
    return new Sequence(text.toUpperCase(Locale.ROOT));
  }

  /** Index of the first character that is no upper case letter of the alphabet, −1 if all are. */
  public static int firstForeign(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (ALPHABET.indexOf(letters.charAt(i)) < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Number of residues. */
  public int length() {
    return letters.length();
  }

  /** The letter of a residue, counted from 0. */
  public char at(int residue) {
    return letters.charAt(residue);
  }

  /** The base of a residue, counted from 0: A, C, G or U (for T as well), N for any other. */
  public char base(int residue) {
    return baseOf(letters.charAt(residue));
  }

  /** A, C, G or U (for T as well), N for any other letter. */
  public static char baseOf(char letter) {
    return switch (letter) {
      case 'A', 'C', 'G', 'U' -> letter;
      case 'T' -> 'U';
      default -> 'N';
    };
  }

  /** Residues {@code from} to {@code to} − 1. */
  public Sequence slice(int from, int to) {
    return new Sequence(letters.substring(from, to));
  }

  @Override
  public String toString() {
    return letters;
  }
}
