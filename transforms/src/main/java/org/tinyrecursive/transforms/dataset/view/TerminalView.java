package org.tinyrecursive.transforms.dataset.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Examples as text for a terminal: grids with box lines, question and answer side by side. */
public final class TerminalView {
  /** Whether colours may be used. */
  public enum Colour {
    /** ANSI escape sequences. */
    ANSI,
    /** Plain text. */
    NONE
  }

  private static final String RESET = "\u001b[0m";
  private static final String DIM = "\u001b[2m";
  private static final String BOLD = "\u001b[1m";
  private static final Map<CellInk, String> INKS =
      Map.of(CellInk.GIVEN, BOLD, CellInk.ANSWER, "\u001b[36m", CellInk.EMPTY, DIM);
  private static final String GAP = "    ";

  private final Colour colour;

  /** A view with or without colours. */
  public TerminalView(Colour colour) {
    this.colour = colour;
  }

  /** The example, several lines, each ended. */
  public String draw(DrawnExample example) {
    StringBuilder text = new StringBuilder(ink(BOLD, example.heading())).append('\n');
    List<List<String>> grids = example.grids().stream().map(this::lines).toList();
    int height = grids.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      List<String> parts = new ArrayList<>();
      for (List<String> grid : grids) {
        parts.add(line < grid.size() ? grid.get(line) : "");
      }
      text.append(String.join(GAP, parts)).append('\n');
    }
    return text.toString();
  }

  private List<String> lines(DrawnGrid grid) {
    int width = grid.cellWidth();
    List<String> lines = new ArrayList<>();
    String top = rule(grid, width, "┌", "┬", "┐");
    lines.add(
        " " + grid.title() + " ".repeat(Math.max(0, top.length() - grid.title().length() - 1)));
    lines.add(ink(DIM, top));
    for (int row = 0; row < grid.rows(); row++) {
      if (row > 0 && row % grid.boxRows() == 0) {
        lines.add(ink(DIM, rule(grid, width, "├", "┼", "┤")));
      }
      lines.add(row(grid, row, width));
    }
    lines.add(ink(DIM, rule(grid, width, "└", "┴", "┘")));
    return lines;
  }

  private String row(DrawnGrid grid, int row, int width) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < grid.columns(); column++) {
      if (column % grid.boxColumns() == 0) {
        line.append(ink(DIM, "│")).append(' ');
      }
      DrawnCell cell = grid.cell(row, column);
      line.append(" ".repeat(width - cell.text().length()))
          .append(ink(INKS.get(cell.ink()), cell.text()))
          .append(' ');
    }
    return line.append(ink(DIM, "│")).toString();
  }

  private static String rule(DrawnGrid grid, int width, String left, String cross, String right) {
    StringBuilder line = new StringBuilder(left);
    for (int column = 0; column < grid.columns(); column += grid.boxColumns()) {
      int cells = Math.min(grid.boxColumns(), grid.columns() - column);
      line.append(column == 0 ? "" : cross).append("─".repeat(cells * (width + 1) + 1));
    }
    return line.append(right).toString();
  }

  private String ink(String start, String text) {
    return colour == Colour.NONE ? text : start + text + RESET;
  }
}
