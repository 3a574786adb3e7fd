package org.tinyrecursive.transforms.dataset.view;

/** How a cell is drawn. */
public enum CellInk {
  /** Part of the question. */
  GIVEN("given", CellInk.TEXT),
  /** To be found by the model. */
  ANSWER("to be found", CellInk.TEXT),
  /** Nothing there. */
  EMPTY("", CellInk.TEXT),
  /** A cell of a maze that cannot be entered. */
  WALL("wall", 240),
  /** A cell of a maze that can be entered. */
  OPEN("", 254),
  /** Where the way through a maze begins. */
  START("start", 34),
  /** Where it ends. */
  GOAL("goal", 160),
  /** A cell on the way. */
  PATH("path", 39),
  /** The ten colours of ARC. */
  COLOUR_0("", 16),
  COLOUR_1("", 32),
  COLOUR_2("", 203),
  COLOUR_3("", 41),
  COLOUR_4("", 220),
  COLOUR_5("", 248),
  COLOUR_6("", 199),
  COLOUR_7("", 208),
  COLOUR_8("", 117),
  COLOUR_9("", 88);

  private static final int TEXT = -1;

  private final String label;
  private final int background;

  CellInk(String label, int background) {
    this.label = label;
    this.background = background;
  }

  /** What a key of the drawing says of it; empty where it explains itself. */
  public String label() {
    return label;
  }

  /** The ink of an ARC colour, 0 … 9. */
  static CellInk ofColour(int colour) {
    return valueOf("COLOUR_" + colour);
  }

  /** Whether the cell is a square of colour, not a text. */
  boolean isTile() {
    return background != TEXT;
  }

  /** The colour of a tile in a terminal's palette of 256. */
  int background() {
    return background;
  }
}
