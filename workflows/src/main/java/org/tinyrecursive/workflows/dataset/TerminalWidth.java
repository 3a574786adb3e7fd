package org.tinyrecursive.workflows.dataset;

/** How wide a drawing in the terminal may be. */
final class TerminalWidth {
  /** Where nothing is known: two ARC grids of usual size fit beside each other. */
  private static final int USUAL = 120;

  private TerminalWidth() {}

  /** Columns as the environment has them ({@code COLUMNS}), else a usual width. */
  static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{0,4}")
        ? Integer.parseInt(columns)
        : USUAL;
  }
}
