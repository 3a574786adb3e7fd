package org.tinyrecursive.transforms.arc;

import java.util.Arrays;
import org.tinyrecursive.transforms.random.StableRandom;

/** Renames colours; an augmentation leaves 0, the background, as it is. Immutable. */
public final class ColourPermutation {
  /** Every colour stays. */
  public static final ColourPermutation IDENTITY = parse("0123456789");

  private final byte[] colourOf;

  private ColourPermutation(byte[] colourOf) {
    this.colourOf = colourOf;
  }

  /** Drawn uniformly from those that keep 0. */
  public static ColourPermutation random(StableRandom random) {
    int[] order = random.permutation(ArcGrid.COLOURS - 1);
    byte[] colours = new byte[ArcGrid.COLOURS];
    for (int i = 0; i < order.length; i++) {
      colours[i + 1] = (byte) (order[i] + 1);
    }
    return new ColourPermutation(colours);
  }

  /**
   * Reads ten digits: the i-th is the colour that i becomes.
   *
   * @throws IllegalArgumentException if it is not ten different digits
   */
  public static ColourPermutation parse(String digits) {
    byte[] colours = new byte[ArcGrid.COLOURS];
    boolean[] seen = new boolean[ArcGrid.COLOURS];
    boolean permutation = digits.length() == ArcGrid.COLOURS;
    for (int i = 0; permutation && i < colours.length; i++) {
      int colour = digits.charAt(i) - '0';
      permutation = colour >= 0 && colour < ArcGrid.COLOURS && !seen[colour];
      if (permutation) {
        seen[colour] = true;
        colours[i] = (byte) colour;
      }
    }
    if (!permutation) {
      throw new IllegalArgumentException(
          "colours are \"%s\", expected the ten digits in some order".formatted(digits));
    }
    return new ColourPermutation(colours);
  }

  /** What a colour becomes. */
  public int apply(int colour) {
    return colourOf[colour];
  }

  /** The recoloured grid. */
  public ArcGrid apply(ArcGrid grid) {
    byte[] cells = grid.toCells();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = colourOf[cells[i]];
    }
    return ArcGrid.of(grid.rows(), grid.columns(), cells);
  }

  /** The permutation that undoes this one. */
  public ColourPermutation inverse() {
    byte[] inverse = new byte[colourOf.length];
    for (int colour = 0; colour < inverse.length; colour++) {
      inverse[colourOf[colour]] = (byte) colour;
    }
    return new ColourPermutation(inverse);
  }

  /** Ten digits, which {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder digits = new StringBuilder(colourOf.length);
    for (byte colour : colourOf) {
      digits.append((char) ('0' + colour));
    }
    return digits.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColourPermutation colours && Arrays.equals(colourOf, colours.colourOf);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(colourOf);
  }
}
