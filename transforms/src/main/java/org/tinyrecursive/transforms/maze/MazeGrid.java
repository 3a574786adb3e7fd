package org.tinyrecursive.transforms.maze;

import java.util.Arrays;
import org.tinyrecursive.transforms.InputRefusedException;

/** The cells of a maze, of a question or an answer. Immutable. */
public final class MazeGrid {
  /** Characters of the tokens 1, 2, …: wall, open, start, goal, path. Token 0 is padding. */
  public static final String CHARACTERS = "# SGo";

  /** Token values: padding and the characters. */
  public static final int VOCAB_SIZE = CHARACTERS.length() + 1;

  /** A cell that cannot be entered. */
  public static final byte WALL = 1;

  /** A cell that can be entered. */
  public static final byte OPEN = 2;

  /** Where the way begins. */
  public static final byte START = 3;

  /** Where the way ends. */
  public static final byte GOAL = 4;

  /** An open cell on the marked way; only in answers. */
  public static final byte PATH = 5;

  private final MazeShape shape;
  private final byte[] tokens;

  private MazeGrid(MazeShape shape, byte[] tokens) {
    this.shape = shape;
    this.tokens = tokens;
  }

  /**
   * Reads a grid, row by row.
   *
   * @throws InputRefusedException if it has another number of cells, or a character that is none of
   *     {@link #CHARACTERS}; the message reads on after a name: "has 899 cells, expected 900"
   */
  public static MazeGrid parse(MazeShape shape, String text) {
    if (text.length() != shape.cells()) {
      throw new InputRefusedException(
          "has %d cells, expected %d (%s)".formatted(text.length(), shape.cells(), shape));
    }
    byte[] tokens = new byte[text.length()];
    for (int i = 0; i < tokens.length; i++) {
      int token = CHARACTERS.indexOf(text.charAt(i)) + 1;
      if (token == 0) {
        throw new InputRefusedException(
            "has '%s' at %s, allowed: '#', ' ', 'S', 'G', 'o'"
                .formatted(text.charAt(i), shape.place(i)));
      }
      tokens[i] = (byte) token;
    }
    return new MazeGrid(shape, tokens);
  }

  /**
   * A grid of tokens, which are copied.
   *
   * @param tokens [cells], each 1 to 5
   * @throws IllegalArgumentException if the number or a token is another
   */
  public static MazeGrid ofTokens(MazeShape shape, byte[] tokens) {
    if (tokens.length != shape.cells()) {
      throw new IllegalArgumentException(
          "maze has %d cells, expected %d".formatted(tokens.length, shape.cells()));
    }
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] < WALL || tokens[i] > PATH) {
        throw new IllegalArgumentException(
            "token is %d at %s, allowed: %d to %d"
                .formatted(tokens[i], shape.place(i), WALL, PATH));
      }
    }
    return new MazeGrid(shape, tokens.clone());
  }

  public MazeShape shape() {
    return shape;
  }

  /** The token of a cell, 1 to 5. */
  public byte token(int cell) {
    return tokens[cell];
  }

  /** [cells] tokens, 1 to 5; the caller's own. */
  public byte[] toTokens() {
    return tokens.clone();
  }

  /** Row by row in {@link #CHARACTERS}; {@link #parse} reads it back. */
  public String text() {
    StringBuilder text = new StringBuilder(tokens.length);
    for (byte token : tokens) {
      text.append(CHARACTERS.charAt(token - 1));
    }
    return text.toString();
  }

  /** How many cells hold a token. */
  public int count(byte token) {
    int count = 0;
    for (byte found : tokens) {
      count += found == token ? 1 : 0;
    }
    return count;
  }

  /** The first cell that holds a token, or −1. */
  public int find(byte token) {
    return find(token, 0);
  }

  /** The first cell from {@code from} on that holds a token, or −1. */
  int find(byte token, int from) {
    for (int i = from; i < tokens.length; i++) {
      if (tokens[i] == token) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MazeGrid grid
        && shape.equals(grid.shape)
        && Arrays.equals(tokens, grid.tokens);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(tokens);
  }

  @Override
  public String toString() {
    return text();
  }
}
