package org.tinyrecursive.rna.io;

import java.util.regex.Pattern;

/**
 * One sequence of a FASTA file.
 *
 * @param header its first line without {@code >}
 * @param letters upper case, line breaks and spaces removed
 * @param line of the header, from 1
 */
public record FastaRecord(String header, String letters, long line) {
  private static final Pattern SPACE_OR_BAR = Pattern.compile("[\\s|]");

  /** The header up to the first space or bar. */
  public String id() {
    return SPACE_OR_BAR.split(header.strip(), 2)[0];
  }
}
